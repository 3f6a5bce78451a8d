filedesc://internetarchive-warc.arc 127.0.0.1 20310205100000 text/plain 75
1 0 Harbour Archive
URL IP-address Archive-date Content-type Archive-length

https://ledger.example/crane 127.0.0.1 20310205100000 text/html 869
HTTP/1.1 200 OK
Content-Type: text/html
Content-Length: 804

<!DOCTYPE html><html lang="en"><head><title>Two hurt as crane falls in Norwick | Harbour Ledger</title><meta property="og:site_name" content="Harbour Ledger"><meta property="og:title" content="Two hurt as crane falls in Norwick"><meta property="article:published_time" content="2031-02-04T08:15:00Z"><meta name="author" content="Ada Reed"><link rel="canonical" href="https://ledger.example/crane"></head><body><nav><a href="/">Home</a> <a href="/quay">Quay</a></nav><main><article><h1>Two hurt as crane falls in Norwick</h1><p>Two people were hurt when a crane fell on a quay in Norwick on Monday, the harbour office said.</p><p>The crane had been put up a week before and was to be taken down at the end of the month, a foreman told reporters.</p></article></main><footer>About us</footer></body></html>

https://ledger.example/ferry 127.0.0.1 20310205100000 text/html 685
HTTP/1.1 200 OK
Content-Type: text/html
Content-Length: 620

<!DOCTYPE html><html lang="en"><head><title>Ferry late | Harbour Ledger</title><meta property="og:site_name" content="Harbour Ledger"><meta property="og:title" content="Ferry late"><meta property="article:published_time" content="2031-02-05T08:15:00Z"><meta name="author" content="Ada Reed"><link rel="canonical" href="https://ledger.example/crane"></head><body><nav><a href="/">Home</a> <a href="/quay">Quay</a></nav><main><article><h1>Ferry late</h1><p>A ferry to Norwick was late on Tuesday and nobody was hurt, the harbour office said in a short statement.</p></article></main><footer>About us</footer></body></html>

