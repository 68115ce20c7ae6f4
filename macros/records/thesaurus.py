"""Words that readers use for one thing: `data/thesaurus.yml`. Search reads them; no page shows them."""

from typing import Annotated

from macros.records.base import About, Line, Record, TermId


class Words(Record):
    """Words in both languages, and terms of the glossary with their other forms."""

    vi: Annotated[
        list[Line],
        About("các từ tiếng Việt", "Vietnamese words", ["sáp nhập", "nhập tỉnh"], label=("tiếng Việt", "Vietnamese")),
    ] = []
    en: Annotated[
        list[Line],
        About("các từ tiếng Anh", "English words", ["merger", "merging"], label=("tiếng Anh", "English")),
    ] = []
    terms: Annotated[
        list[TermId],
        About(
            "mã các thuật ngữ trong bảng thuật ngữ; tên và cách viết khác của chúng cũng là từ của nhóm",
            "ids of terms of the glossary; their names and other forms are words of the ring too",
            ["hop-nhat-tinh"],
            label=("thuật ngữ", "terms"),
        ),
    ] = []


class Ring(Words):
    """Words for one thing: a reader who types one of them finds what is written with any other."""

    broader: Annotated[
        Words | None,
        About(
            "từ rộng hơn: gõ một từ của nhóm thì tìm cả từ này, không có chiều ngược lại",
            "wider words: who types a word of the ring finds these too, and not the other way round",
            {"vi": ["sắp xếp đơn vị hành chính"]},
        ),
    ] = None


class ThesaurusFile(Record):
    """`data/thesaurus.yml`."""

    rings: Annotated[list[Ring], About("các nhóm từ", "the rings", [])]
