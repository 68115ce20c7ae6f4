"""The smallest pieces of HTML that records are drawn with, as patterns: here for pages and for the form for editing.

What is put into one is escaped, unless it is HTML already.
"""

from markupsafe import Markup

# Of these there are hundreds on a page: what is put into them is escaped before.
LINK = '<a href="{}">{}</a>'
LINK_OF_CLASS = '<a href="{}" class="{}">{}</a>'
TIME = '<time datetime="{}">{}</time>'
UNBROKEN = '<span class="unbroken">{}</span>'

FOREIGN = Markup('<span lang="{}">{}</span>')
NOT_STATED = Markup('<span class="not-stated">{}</span>')
SOURCE_MARK = Markup('<span class="source-mark">({})</span>')
NOTE = Markup(' <span class="fact__note">{}</span>')
MARK = Markup('<button type="button" class="mark" popovertarget="note-{}" aria-label="{} {}">{}</button>')
FORMER = Markup('<span class="former" id="{}"></span>')
DEAD = Markup(' <span class="said__dead">\n{}</span>')
OUTDATED = Markup(' <a class="outdated" href="{}" hreflang="vi">{}</a>')
GLOSS = Markup('<a class="gloss" href="{}" title="{}">{}</a>')

PIECES = {name.lower(): str(value) for name, value in dict(globals()).items() if name.isupper()}
