"""Make the other sample files of test/files, with the same words as `make.py`."""
import datetime, io, os, sys, tempfile
out = sys.argv[1]
title = 'Two hurt as crane falls in Norwick'
paras = ['Two people were hurt when a crane fell on a quay in Norwick on Monday, the harbour office said.',
         'The crane had been put up a week before and was to be taken down at the end of the month, a foreman told reporters.']
ferry = 'A ferry to Norwick was late on Tuesday and nobody was hurt, the harbour office said in a short statement.'
site = 'https://ledger.example'
def page(headline, body, day):
    return (f'<!DOCTYPE html><html lang="en"><head><title>{headline} | Harbour Ledger</title><meta property="og:site_name" content="Harbour Ledger">'
            f'<meta property="og:title" content="{headline}"><meta property="article:published_time" content="{day}T08:15:00Z"><meta name="author" content="Ada Reed">'
            f'<link rel="canonical" href="{site}/crane"></head><body><nav><a href="/">Home</a> <a href="/quay">Quay</a></nav><main><article><h1>{headline}</h1>'
            + ''.join(f'<p>{p}</p>' for p in body) + '</article></main><footer>About us</footer></body></html>')
html = page(title, paras, '2031-02-04')
# trafilatura believes no day that is still to come.
past = page(title, paras, '2024-02-06')

from feedgen.feed import FeedGenerator
feed = FeedGenerator()
feed.id(site); feed.title('Harbour Ledger'); feed.link(href=site, rel='alternate'); feed.description('All of the harbour'); feed.language('en')
for headline, text, day, name in ((title, ''.join(f'<p>{p}</p>' for p in paras), 4, 'crane'), ('Ferry late', f'<p>{ferry}</p>', 5, 'ferry')):
    entry = feed.add_entry(order='append'); entry.id(f'{site}/{name}'); entry.title(headline); entry.link(href=f'{site}/{name}')
    entry.author(name='Ada Reed', email='ada@ledger.example'); entry.summary(text[:40]); entry.content(text, type='html')
    entry.published(datetime.datetime(2031, 2, day, 8, 15, tzinfo=datetime.timezone.utc)); entry.updated(datetime.datetime(2031, 2, day, 9, 0, tzinfo=datetime.timezone.utc))
feed.rss_file(f'{out}/feedgen.rss', pretty=True); feed.atom_file(f'{out}/feedgen.atom', pretty=True)

from warc import ARCFile, ARCRecord
with open(f'{out}/internetarchive-warc.arc', 'w', newline='', encoding='utf-8') as raw:
    arc = ARCFile(fileobj=raw, version=1, file_headers={'ip_address': '127.0.0.1', 'date': '20310205100000', 'org': 'Harbour Archive'})
    for path, body in (('crane', html), ('ferry', page('Ferry late', [ferry], '2031-02-05'))):
        payload = f'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {len(body)}\r\n\r\n{body}'
        arc.write(ARCRecord(headers={'url': f'{site}/{path}', 'ip_address': '127.0.0.1', 'date': '20310205100000', 'content_type': 'text/html', 'length': str(len(payload))}, payload=payload))

from wacz.main import main as wacz
from warcio.warcwriter import WARCWriter
from warcio.statusandheaders import StatusAndHeaders
with tempfile.NamedTemporaryFile(suffix='.warc.gz', delete=False) as f:
    writer = WARCWriter(f, gzip=True)
    for path, body in (('crane', html), ('ferry', page('Ferry late', [ferry], '2031-02-05'))):
        writer.write_record(writer.create_warc_record(f'{site}/{path}', 'response', payload=io.BytesIO(body.encode()), http_headers=StatusAndHeaders('200 OK', [('Content-Type', 'text/html')], protocol='HTTP/1.1'), warc_headers_dict={'WARC-Date': '2031-02-05T10:00:00Z'}))
wacz(['create', '-f', f.name, '-o', f'{out}/py-wacz.wacz', '--detect-pages', '--text'])
os.remove(f.name)

from trafilatura import extract
for form, ending in (('xml', 'xml'), ('xmltei', 'tei.xml'), ('json', 'json'), ('csv', 'csv'), ('markdown', 'md'), ('txt', 'txt')):
    with open(f'{out}/trafilatura.{ending}', 'w') as f:
        f.write(extract(past, url=f'{site}/crane', output_format=form, with_metadata=True, include_comments=False) or '')

import bibtexparser
from bibtexparser import model
library = bibtexparser.Library([
    model.Entry('article', 'crane', [model.Field('title', title), model.Field('author', 'Reed, Ada'), model.Field('journal', 'Harbour Ledger'), model.Field('date', '2031-02-04'), model.Field('url', f'{site}/crane'), model.Field('abstract', ' '.join(paras))]),
    model.Entry('article', 'ferry', [model.Field('title', 'Ferry late'), model.Field('journal', 'North Courier'), model.Field('date', '2031-02-05'), model.Field('abstract', ferry)])])
with open(f'{out}/bibtexparser.bib', 'w') as f: f.write(bibtexparser.write_string(library))

import pypandoc
markdown = f'% {title}\n% Ada Reed\n% 2031-02-04\n\n' + '\n\n'.join(paras) + '\n'
for form in ('rtf', 'docx', 'odt', 'epub'):
    pypandoc.convert_text(markdown, form, format='markdown', outputfile=f'{out}/pandoc.{form}', extra_args=['--standalone', '--metadata', 'lang=en'])

from fpdf import FPDF
pdf = FPDF(); pdf.add_page(); pdf.set_title(title); pdf.set_author('Ada Reed')
pdf.set_font('Helvetica', 'B', 16); pdf.multi_cell(0, 8, title, new_x='LMARGIN', new_y='NEXT')
pdf.set_font('Helvetica', '', 11); pdf.multi_cell(0, 6, 'Harbour Ledger, 4 February 2031', new_x='LMARGIN', new_y='NEXT'); pdf.ln(4)
for text in paras: pdf.multi_cell(0, 6, text, new_x='LMARGIN', new_y='NEXT'); pdf.ln(4)
pdf.set_creation_date(datetime.datetime(2031, 2, 5, tzinfo=datetime.timezone.utc)); pdf.output(f'{out}/fpdf2.pdf')
