"""No page keeps a build busy or fills the memory: each of these is refused at once, at its line, in both languages."""

from __future__ import annotations

import resource
import time
from itertools import product

import pytest
from jinja2 import Environment

from macros.pages.authoring.running import run

_DOUBLED = "{% set x = x + x %}" * 40
HOSTILE = {
    "loops within loops": "{% for a in range(9999) %}{% for b in range(9999) %}{% endfor %}{% endfor %}",
    "a range too long": "{% for a in range(10 ** 9) %}{% endfor %}",
    "a loop over a filter's items": "{% for a in range(9999) %}"
    "{% for b in range(9999) | map('abs') %}{% endfor %}{% endfor %}",
    "a text multiplied": "{{ ('x' * 1000000000) | length }}",
    "a list multiplied": "{{ ([1] * 1000000000) | length }}",
    "a text doubled": "{% set x = 'x' %}" + _DOUBLED,
    "a list doubled": "{% set x = [1] %}" + _DOUBLED,
    "texts joined": "{% set x = 'x' %}" + "{% set x = x ~ x %}" * 40,
    "lists in lists": "{% set x = [1] %}" + "{% set x = [x, x] %}" * 60 + "{{ x }}",
    "tuples as keys": "{% set x = (1,) %}" + "{% set x = (x, x) %}" * 60 + "{{ {x: 1} }}",
    "lists compared": "{% set x = [1] %}{% set y = [1] %}"
    + "{% set x = [x, x] %}{% set y = [y, y] %}" * 60
    + "{{ x == y }}",
    "namespaces printed": "{% set x = namespace() %}" + "{% set x = namespace(a=x, b=x) %}" * 60 + "{{ [x] * 999999 }}",
    "a huge power": "{{ 9 ** 9 ** 9 }}",
    "a power of a power": "{% set x = 99999999 %}" + "{% set x = x * x %}" * 40,
    "a wide format": "{{ '%1000000000d' | format(1) }}",
    "a width as an argument": "{{ '%*d' | format(1000000000, 1) }}",
    "a format by operator": "{{ '%1000000000d' % 1 }}",
    "Python's own format": "{{ '{:1000000000}'.format(1) }}",
    "a wide line": "{{ 'x'.center(1000000000) }}",
    "a number's bytes": "{{ (1).to_bytes(1000000000, 'big') }}",
    "parts of a text": "{% set x = 'x' * 99999 %}{% for a in range(99999) %}{% set y = x[1:] %}{% endfor %}",
    "a macro that calls itself": "{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}",
    "a macro that calls itself twice": "{% macro f(n) %}{% if n %}{{ f(n - 1) }}{{ f(n - 1) }}{% endif %}{% endmacro %}"
    "{{ f(60) }}",
    "a loop within itself": "{% for a in range(999) recursive %}{{ loop(range(999)) }}{% endfor %}",
    "much output": "{% for a in range(9999) %}" + "x" * 999 + "{% endfor %}",
    "much output in a variable": "{% set x %}{% for a in range(99999) %}" + "x" * 9999 + "{% endfor %}{% endset %}",
    "a replacement": "{{ ('x' * 9999) | replace('x', 'x' * 9999) }}",
    "deep brackets": "{{ " + "(" * 100000 + ")" * 100000 + " }}",
    "raw that does not end": "{% raw %}" * 9000,
    "comments that do not end": "{# a " * 9000,
    "deep blocks": "{% if 1 %}" * 500 + "{% endif %}" * 500,
}


def _room() -> int:
    """The most memory that the process has had, in KB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


@pytest.mark.parametrize("page", HOSTILE.values(), ids=HOSTILE)
def test_a_page_that_asks_for_too_much_is_refused(page: str) -> None:
    begun, room = time.process_time(), _room()
    _, [mistake] = run(f"Một dòng.\n{page}", {}, lambda value: value)
    assert time.process_time() - begun < 3
    assert _room() - room < 200_000
    assert mistake.vi
    assert mistake.en


@pytest.mark.parametrize("name", Environment().filters)
def test_no_filter_of_jinja_makes_much_of_little(name: str) -> None:
    values = ("'x y'", "'\\n' * 999", "range(999) | list", "1.5", "{'a': 1}")
    many = "1000000000", "-1000000000", "'x' * 99999, 'y' * 99999", "1, 'x' * 99999", "3, true, 'x' * 99999"
    begun = time.process_time()
    for value, arguments in product(values, many):
        run(f"{{% set x = {value} %}}{{{{ (x | {name}({arguments})) | string | length }}}}", {}, lambda value: value)
    assert time.process_time() - begun < 5
