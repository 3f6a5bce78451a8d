"""Make the sample files of test/files with the programs that people make such files with; every word is invented."""
import io, mailbox, os, sys
from email.message import EmailMessage
out = sys.argv[1]
title = 'Two hurt as crane falls in Norwick'
paras = ['Two people were hurt when a crane fell on a quay in Norwick on Monday, the harbour office said.',
         'The crane had been put up a week before and was to be taken down at the end of the month, a foreman told reporters.']
html = f'<html lang="en"><head><title>{title}</title></head><body><article><h1>{title}</h1><time datetime="2031-02-04">4 February 2031</time>' + ''.join(f'<p>{p}</p>' for p in paras) + '</article></body></html>'
from docx import Document
d = Document(); d.add_heading(title, 0); d.add_paragraph('Harbour Ledger, 4 February 2031')
for p in paras: d.add_paragraph(p)
t = d.add_table(rows=1, cols=2); t.cell(0,0).text='hurt'; t.cell(0,1).text='2'
d.save(f'{out}/python-docx.docx')
from openpyxl import Workbook
import datetime
w = Workbook(); s = w.active; s.title = 'Reports'
s.append(['No', 'Title', 'Story', 'Published', 'Link', 'Newspaper'])
s.append([1, title, '\n\n'.join(paras), datetime.date(2031,2,4), 'https://ledger.example/crane', 'Harbour Ledger'])
s.append([2, 'Ferry late', 'A ferry to Norwick was late on Tuesday and nobody was hurt, the harbour office said in a short statement.', datetime.datetime(2031,2,5,8,15), 'https://ledger.example/ferry', 'Harbour Ledger'])
w.create_sheet('Empty'); w.save(f'{out}/openpyxl.xlsx')
from odf.opendocument import OpenDocumentText
from odf.text import H, P
o = OpenDocumentText(); o.text.addElement(H(outlinelevel=1, text=title)); o.text.addElement(P(text='Harbour Ledger, 4 February 2031'))
for p in paras: o.text.addElement(P(text=p))
o.save(f'{out}/odfpy.odt')
from ebooklib import epub
def book(name, chapters):
    b = epub.EpubBook(); b.set_identifier('x'); b.set_title(title); b.set_language('en'); b.add_author('Ada Reed')
    b.add_metadata('DC','date','2031-02-04'); b.add_metadata('DC','publisher','Harbour Ledger'); b.add_metadata('DC','source','https://ledger.example/crane')
    cs = []
    for i,c in enumerate(chapters):
        h = epub.EpubHtml(title=f'c{i}', file_name=f'c{i}.xhtml', lang='en'); h.content = c; b.add_item(h); cs.append(h)
    b.toc = cs; b.add_item(epub.EpubNcx()); b.add_item(epub.EpubNav()); b.spine = ['nav'] + cs
    epub.write_epub(f'{out}/{name}', b)
body = ''.join(f'<p>{p}</p>' for p in paras)
book('ebooklib-one.epub', [f'<h1>{title}</h1>{body}'])
book('ebooklib-two.epub', [f'<h1>{title}</h1>{body}', '<h1>Ferry late</h1><p>A ferry to Norwick was late on Tuesday and nobody was hurt, the harbour office said in a short statement.</p>'])
from warcio.warcwriter import WARCWriter
from warcio.statusandheaders import StatusAndHeaders
f = open(f'{out}/warcio.warc.gz','wb'); wr = WARCWriter(f, gzip=True)
wr.write_record(wr.create_warc_record('https://ledger.example/crane','response',payload=io.BytesIO(html.encode()),http_headers=StatusAndHeaders('200 OK',[('Content-Type','text/html')],protocol='HTTP/1.0'),warc_headers_dict={'WARC-Date':'2031-02-05T10:00:00Z'})); f.close()
f = open(f'{out}/warcio.wet.gz','wb'); wr = WARCWriter(f, gzip=True)
wr.write_record(wr.create_warc_record('https://ledger.example/crane','conversion',payload=io.BytesIO((title+'\n4 February 2031\n'+'\n'.join(paras)+'\n').encode()),warc_content_type='text/plain',warc_headers_dict={'WARC-Date':'2031-02-05T10:00:00Z'})); f.close()
if os.path.exists(f'{out}/mailbox.mbox'): os.remove(f'{out}/mailbox.mbox')
m = mailbox.mbox(f'{out}/mailbox.mbox')
for i,(subject,text) in enumerate([(title,'\n\n'.join(paras)),('Ferry late','From the quay: a ferry to Norwick was late on Tuesday and nobody was hurt, the harbour office said.\nFrom now on it is on time.')]):
    e = EmailMessage(); e['From']='Ada Reed <ada@ledger.example>'; e['To']='desk@ledger.example'; e['Subject']=subject; e['Date']='Tue, 04 Feb 2031 10:0%d:00 +0000'%i; e['Message-ID']=f'<{i}@ledger.example>'; e.set_content(text); m.add(e)
m.flush()
import rispy
with open(f'{out}/rispy.ris','w') as f: rispy.dump([{'type_of_reference':'NEWS','title':title,'authors':['Reed, Ada'],'journal_name':'Harbour Ledger','date':'2031/02/04/','abstract':' '.join(paras),'urls':['https://ledger.example/crane'],'secondary_title':'Harbour Ledger'},{'type_of_reference':'NEWS','title':'Ferry late','secondary_title':'North Courier','date':'2031/02/05/','abstract':'A ferry to Norwick was late on Tuesday and nobody was hurt.'}], f)
