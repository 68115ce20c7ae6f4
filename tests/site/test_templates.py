"""What the templates assume of Jinja."""

from __future__ import annotations

from macros.text.language import Language
from macros.views.templating import template


def test_what_a_template_calls_is_called_without_what_jinja_adds() -> None:
    """Jinja hands `Context.call` the variables of loops and blocks by two names, which ours leaves out."""

    def called(*args: object, **named: object) -> str:
        return f"{args} {named}"

    environment = template(Language.VI, "breadcrumb.html").environment
    source = "{% block b %}{% for each in [1] %}{{ called(each, two=2) | safe }}{% endfor %}{% endblock %}"
    assert environment.from_string(source).render(called=called) == "(1,) {'two': 2}"
