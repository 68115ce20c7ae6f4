"""The templates in `macros/templates/`, ready to use: they escape every value they are given and reach nothing else."""

from functools import cache, partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template, nodes
from jinja2.optimizer import optimize
from jinja2.runtime import Context, Macro
from markupsafe import Markup, escape

from macros.data.spelling import slug
from macros.text.language import Language, word
from macros.text.passages import capital, phrase, unstopped
from macros.views.text_html import drawn, unbroken

TEMPLATES = Path(__file__).parent.parent / "templates"


class _DirectContext(Context):
    """Calls at once what a template calls.

    Jinja first asks whether the thing called wants the context, which is a tenth of the work on a page; of what our
    templates call only their own macros do.
    """

    def call(self, called: Any, /, *args: Any, _loop_vars: Any = None, _block_vars: Any = None, **named: Any) -> Any:
        return super().call(called, *args, **named) if isinstance(called, Macro) else called(*args, **named)


@cache
def template(language: Language, name: str) -> Template:
    """A template with the words of a language.

    Read once, until `forget_templates()`: a word that no page changes, as in `{{ "source" | word }}`, is put in when
    its template is read.
    """
    return _environment(language).get_template(name)


def syntax_tree(language: Language, name: str) -> nodes.Template:
    """A template as Jinja has read it, with the words of a language where no page changes them."""
    environment = _environment(language)
    assert environment.loader
    source, _, _ = environment.loader.get_source(environment, name)
    tree = environment.parse(source)
    optimize(tree, environment)
    return tree


def forget_templates() -> None:
    """Read templates and words again from now on."""
    template.cache_clear()
    _environment.cache_clear()


@cache
def _environment(language: Language) -> Environment:
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,  # all of them
    )
    made.context_class = _DirectContext
    # Jinja hands a template only what it is given, and a few functions that ours have no use for.
    made.globals.clear()
    made.filters |= {
        "capital": capital,
        "code": _code,
        "drawn": drawn,
        "in_language": partial(_in_language, language=language),
        "phrase": phrase,
        "plain": str,  # where no passage can have its language: in attributes, in the titles of drawings
        "slug": slug,
        "unbroken": unbroken,
        "unstopped": unstopped,
        "word": partial(word, language=language),
    }
    return made


def _in_language(words: dict[str, dict[str, str]], language: Language) -> dict[str, str]:
    """The words that a template has itself, in its language."""
    return {key: each[language] for key, each in words.items()}


def _code(text: str) -> Markup:
    """A text in which words between backticks are code."""
    parts = [escape(part) for part in text.split("`")]
    parts[1::2] = [Markup("<code>{}</code>").format(part) for part in parts[1::2]]
    return Markup("").join(parts)
