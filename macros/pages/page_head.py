"""What the head of a page tells machines: title, description, addresses, feeds, previews of links, facts."""

from markupsafe import Markup

from macros.archive import Archive
from macros.derived import social_cards
from macros.derived.feeds import feeds_of
from macros.pages.linked_data import linked_data, script
from macros.text.language import Language
from macros.views.adding import EDITING
from macros.views.page_facts import PageFacts
from macros.views.templating import template
from macros.views.text_html import plain_name

# Pages that search engines have no use for: what they show depends on who looks.
UNLISTED = ("search/", "offline/", EDITING)
_LOCALES = {Language.VI: "vi_VN", Language.EN: "en_GB"}


def page_head(page: PageFacts, archive: Archive, site_url: str) -> Markup:
    """The elements of a page's head that differ from page to page."""
    base = f"{site_url.rstrip('/')}/"
    language = page.language
    site_name = str(archive.site_name(language))
    return Markup(
        template(language, "page_head.html").render(
            page=page,
            heading=plain_name(page.title, language) if page.path else site_name,
            description=plain_name(page.description, language),
            site_name=site_name,
            address=f"{base}{language.prefix}{page.path}",
            alternates={each.value: f"{base}{each.prefix}{page.path}" for each in Language},
            feeds=[(title, base + address) for title, address in feeds_of(archive, page.path, language)],
            listed=page.path not in UNLISTED,
            locale=_LOCALES[language],
            other_locale=_LOCALES[language.other],
            card=base + social_cards.address(page.card, language),
            card_size=(social_cards.WIDTH, social_cards.HEIGHT),
            linked_data=script(linked_data(page, archive, base)),
        )
    )
