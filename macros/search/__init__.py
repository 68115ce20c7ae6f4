"""Search over the archive: what is searched, how a text becomes terms, and the index that a browser reads.

The rules of reading a text (`folding`) are written a second time in
`overrides/assets/javascripts/search/folding.js`, because a query is read in the browser;
`tests/search/search_vectors.json` tests that both give the same results.
"""
