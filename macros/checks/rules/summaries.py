"""The archive's own words: a summary says no more than the statements it rests on, a shorter wording than the whole."""

import calendar
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, fields
from functools import partial
from itertools import product
from typing import NamedTuple, Self

from macros.archive.data_files import Content, DataFile
from macros.archive.nodes import Node
from macros.checks.rule import Found, error, found_at, found_in, warning
from macros.checks.rules.documents import official_numbers
from macros.checks.rules.numbers import numbers
from macros.data.spelling import slug
from macros.records import MEETING, TOPIC
from macros.text.language import Language
from macros.text.wording import around

# What a page says of itself: every sentence about it may repeat that.
_OF_PAGE = ("title", "date", "time_of_day", "organiser", "place", "provinces", "period", "chairs", "attendees", "year")
# Words with capitals that name an institution or a kind of document, and no one of them, no person and no place.
_INSTITUTIONS = re.compile(
    "ban|bí|bộ|chính|chấp|chỉ|chi|cơ|đại|đảng|đoàn|hành|hội|hướng|kết|khóa|kiểm|kỳ|luật|nghị|nhà|nội|nước|ở|phó|quan"
    "|quốc|quy|sở|tác|thành|thư|thường|tỉnh|tổ|tổng|trị|tra|trung|trưởng|ủy|ương|việt|vụ|văn|xã|huyện|phường"
    "|bureau|cells?|central|commissions?|committees?|communist|conclusions?|conference|congress(es)?|constitution"
    "|decisions?|department|directives?|executive|government|guidance|inspection|law|members?|ministry|municipal"
    "|national|office|organi[sz]ations?|party|people|plan|plenum|politburo|provincial|region|regional|regulations?"
    "|resolutions?|rules?|secretariat|secretary|standing|state|term|training|vietnam|vietnamese|[ivx]+",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+")
_MONTHS = {name: number for number, name in enumerate(calendar.month_name) if name}
_MONTH = "|".join(_MONTHS)
# Days and months: 29-6-2022, 6-2022, 29/6; 29 June 2022, June 2022, 29 June.
_DATE = re.compile(
    rf"(?<![\w/-])(?:(?P<d>\d{{1,2}})(?P<mark>[-/]))?(?P<m>\d{{1,2}})(?(mark)(?P=mark)|[-/])(?P<y>\d{{4}})(?![\w/-])"
    rf"|(?:(?P<day>\d{{1,2}}) )?(?P<month>{_MONTH})\b(?: (?P<year>\d{{4}})\b)?"
)
_DIGITS = re.compile(r"\d+")
_END_OF_SENTENCE = re.compile(r"[.!?…](?=[”’)]*\s+[^\W\d_a-z])")
Date = tuple[int | None, int | None, int | None]


@dataclass
class _Held:
    """What there is to be repeated: words as they are, parts of ids, documents, numbers and dates."""

    words: set[str] = field(default_factory=set)
    ids: set[str] = field(default_factory=set)
    documents: set[str] = field(default_factory=set)
    numbers: set[float] = field(default_factory=set)
    dates: set[Date] = field(default_factory=set)

    @classmethod
    def of(cls, *entries: Node) -> Self:
        """What entries say."""
        held = cls()
        for entry in entries:
            held._add(entry)
        return held

    @classmethod
    def all(cls, parts: Iterable[Self]) -> Self:
        """What several hold together."""
        held = cls()
        for part, each in product(parts, fields(cls)):
            getattr(held, each.name).update(getattr(part, each.name))
        return held

    def _add(self, entry: Node) -> None:
        """Take over what an entry and everything in it says."""
        for each in entry.within():
            if each.date and not isinstance(each.value, (int, float)):
                for day in (each.date.start, each.date.end):
                    self._add_date((day.year, day.month, day.day))
            elif each.number is not None:
                self.numbers.add(each.number)
            elif each.refers_to or each.key == "id":
                self.ids.update(each.text.split("-"))
                self.documents.add(each.text)
            elif each.text and not each.is_address:
                self._add_text(each.text, Language.EN if each.key == Language.EN else Language.VI)

    def _add_text(self, text: str, language: Language) -> None:
        said = _Said(text, language)
        self.words.update(match[0].casefold() for match in _WORD.finditer(text))
        self.documents.update(slug(match[0]) for match in said.documents)
        self.numbers.update(value for _, value in said.numbers)
        for _, date in said.dates:
            self._add_date(date)

    def _add_date(self, date: Date) -> None:
        year, month, day = date
        self.dates.update((date, (year, month, None), (None, month, day), (None, month, None), (year, None, None)))
        self.numbers.update(part for part in date if part is not None)

    def lacks(self, text: str, language: Language) -> Iterator[re.Match[str]]:
        """What a text names that is not there: documents, dates, numbers, and names by their capitals."""
        said = _Said(text, language)
        for match in said.documents:
            number = slug(match[0])
            if not any(f"{held}-".startswith(f"{number}-") for held in self.documents):
                yield match
        yield from (match for match, date in said.dates if date not in self.dates)
        yield from (match for match, value in said.numbers if value not in self.numbers)
        for match in said.names:
            word = match[0].casefold()
            is_there = word in self.words or slug(word) in self.ids
            if not is_there and not _INSTITUTIONS.fullmatch(word):
                yield match


class _Said:
    """The documents, dates, numbers and names of a text; what is part of one is none of the others."""

    def __init__(self, text: str, language: Language) -> None:
        self.documents = list(official_numbers(text))
        bare = _without(text, self.documents)
        self.dates = [(match, _date(match)) for match in _DATE.finditer(bare)]
        bare = _without(bare, [match for match, _ in self.dates])
        self.numbers = list(numbers(bare, language))
        bare = _without(bare, [match for match, _ in self.numbers])
        self.numbers += [(match, float(match[0])) for match in _DIGITS.finditer(bare)]
        # A sentence begins with a capital, whatever its first word.
        words = [*_WORD.finditer(bare)][1:]
        self.names = [match for match in words if match[0][0].isupper()]


class _Page(NamedTuple):
    """What a meeting or a part of a review says of itself, and what each statement and figure on it says, by its id."""

    own: _Held
    items: dict[str, _Held]


@error(
    "Hãy ghi mã ý nêu điều đó vào `rests_on:`, hoặc bỏ điều đó khỏi câu.",
    "Name the statement that says so in `rests_on:`, or leave it out of the sentence.",
)
def summary_says_more(content: Content) -> Iterator[Found]:
    """A sentence about a meeting rests on statements of that meeting, and names nothing that these do not name."""
    for _, file in content.files_of(MEETING):
        summary = list(file.root["summary"])
        page = file.cached(_page) if summary else None
        for sentence in summary:
            yield from _says_more(sentence, _Held(), partial(_on, page))


@error(
    "Hãy ghi mã đủ của ý nêu điều đó vào `rests_on:`, hoặc bỏ điều đó khỏi câu.",
    "Give the whole id of the statement that says so in `rests_on:`, or leave it out of the sentence.",
    across=True,
)
def topic_summary_says_more(content: Content) -> Iterator[Found]:
    """A sentence about a topic rests on statements of any meeting or review, and names nothing that these do not."""
    if not content.complete:
        return  # a file that cannot be read may hold the statements

    def find(id: str) -> tuple[_Page | None, str]:
        home, _, own = id.rpartition("/")
        file = content.files.get(f"data/{home}.yml")
        return (file.cached(_page) if file else None), own

    for _, topic in content.records(TOPIC):
        own = _Held.of(topic["name"], topic["scope"])
        for sentence in topic["summary"]:
            yield from _says_more(sentence, own, find)


@error(
    "Hãy bỏ điều đó khỏi `on_page:`, hoặc ghi cả vào `text:`.",
    "Leave it out of `on_page:`, or say it in `text:` too.",
)
def page_wording_says_more(content: Content) -> Iterator[Found]:
    """The shorter wording that a statement has on its own page names nothing that the statement does not."""
    for file in content.files.values():
        for item in (each for each in file.items if each["on_page"].value):
            there = _Held.all([file.cached(_page).own, _Held.of(item["text"])])
            for language in Language:
                entry = item["on_page"][language]
                for match in there.lacks(entry.text, language):
                    yield found_at(
                        entry,
                        match,
                        f"“{match[0]}” không có trong `text:` của ý này.",
                        f"“{match[0]}” is not in the `text:` of this statement.",
                    )


@error("Hãy tách mỗi câu thành một mục.", "Make each sentence an entry of its own.")
def sentences_of_a_summary(content: Content) -> Iterator[Found]:
    """An entry of a summary is one sentence."""
    for sentence in content.sentences:
        for entry in sentence["text"]:
            for match in _END_OF_SENTENCE.finditer(entry.text):
                yield found_at(entry, match, "Mục này có hơn một câu.", "This entry has more than one sentence.")


@warning(
    "Hãy sửa câu; nếu câu vẫn đúng, chạy `make confirm`.",
    "Change the sentence; where it is still right, run `make confirm`.",
    across=True,
)
def outdated_summary(content: Content) -> Iterator[Found]:
    """A sentence sums up its statements as they are now, not as they were (`macros/archive/summaries.py`)."""
    for summary, before in content.older_summaries:
        for id, text in before.items():
            old, new = around(text, summary.summed.rests_on[id])
            yield Found(
                summary.spot.at(0),
                f"Câu tóm lược cũ hơn ý “{id}” ({summary.name}): đã tóm từ “{old}”, nay là “{new}”.",
                f"The sentence is older than “{id}” ({summary.name}): it sums up “{old}”, which is now “{new}”.",
            )


def _says_more(sentence: Node, own: _Held, find: Callable[[str], tuple[_Page | None, str]]) -> Iterator[Found]:
    """Which ids of a sentence are none, and what it names that none of what they name has, nor its `own` subject."""
    held = [own]
    for id in sentence["rests_on"]:
        page, name = find(id.text)
        if page and name in page.items:
            held += [page.own, page.items[name]]
        elif id.text:
            yield found_in(
                id,
                f"Không có ý ghi nhận hay số liệu nào mang mã “{id.text}”.",
                f"There is no statement or figure with the id “{id.text}”.",
            )
    there = _Held.all(held)
    for language in Language:
        entry = sentence["text"][language]
        for match in there.lacks(entry.text, language):
            yield found_at(
                entry,
                match,
                f"“{match[0]}” không có trong ý nào mà câu này tóm lại.",
                f"“{match[0]}” is in none of the statements that this sentence sums up.",
            )


def _on(page: _Page | None, id: str) -> tuple[_Page | None, str]:
    return page, id


def _page(file: DataFile) -> _Page:
    own = _Held.of(*(file.root[name] for name in _OF_PAGE))
    own.numbers.update(map(float, re.findall(r"/reviews/(\d{4})/", file.name)))
    return _Page(own, {item["id"].text: _Held.of(item) for item in file.items})


def _date(match: re.Match[str]) -> Date:
    year, day = match["y"] or match["year"], match["d"] or match["day"]
    month = int(match["m"]) if match["m"] else _MONTHS[match["month"]]
    return int(year) if year else None, month, int(day) if day else None


def _without(text: str, matches: Iterable[re.Match[str]]) -> str:
    """The text with what was found blanked out, so that all else keeps its place."""
    for match in matches:
        text = f"{text[: match.start()]}{' ' * len(match[0])}{text[match.end() :]}"
    return text
