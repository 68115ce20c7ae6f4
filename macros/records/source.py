"""Sources: the published texts that state the facts of a record."""

from typing import Annotated

from pydantic import ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from macros.records.base import (
    NOT_STATED,
    SOURCES,
    About,
    ArchivedAddress,
    AsPrinted,
    Line,
    NotStated,
    Past,
    PersonId,
    Record,
    Slug,
    Text,
    WebAddress,
)
from macros.records.choice import Choice
from macros.records.record_type import RecordType
from macros.text.language import Language, word
from macros.text.passages import has_vietnamese_words

# Where the examples of addresses lead: to no source, and the check refuses them as one.
SAMPLE_SITE = "https://dia-chi.vn/"
_SENTENCE = {"vi": "Ngày, nơi họp, hai kết quả.", "en": "The day, the place, two results."}


class Seen(Choice, words="seen_"):
    """How much of a source was seen when the record was written."""

    WHOLE = "whole"
    PART = "part"
    UNSURE = "unsure"
    CAPTIONS = "captions"


class SourceLanguage(Choice, words="language_"):
    """The language of the page that was seen."""

    VI = "vi"
    EN = "en"
    ES = "es"
    FR = "fr"
    DE = "de"
    JA = "ja"
    ZH = "zh"
    CS = "cs"
    PL = "pl"
    NB = "nb"
    CTU = "ctu"


class Author(Record):
    """Who wrote a source: somebody in `data/people.yml`, or a name that is only there; the office as on that day."""

    model_config = ConfigDict(
        json_schema_extra={"oneOf": [{"properties": {name: True}, "required": [name]} for name in ("person", "name")]}
    )

    person: Annotated[
        PersonId | None,
        About(
            "mã người viết, khi có trong data/people.yml", "id of the author, where in data/people.yml", "nguyen-van-an"
        ),
    ] = None
    name: Annotated[
        Line | None,
        About(
            "tên người viết, khi không có trong data/people.yml",
            "the author’s name, where not in data/people.yml",
            "Nguyễn Văn An",
        ),
    ] = None
    office: Annotated[
        Text | None,
        About(
            "chức vụ như nguồn in",
            "office as the source prints it",
            {"vi": "Phóng viên", "en": "Reporter"},
            label=("chức vụ", "office"),
        ),
    ] = None

    @model_validator(mode="after")
    def _named_once(self) -> "Author":
        if (self.person is None) == (self.name is None):
            raise PydanticCustomError("no_author", "an author with neither `person` nor `name`, or with both")
        return self


class Source(Record):
    """A published text that states facts of a record."""

    id: Annotated[Slug, About("mã trong tệp", "id within the file", "s1")]
    publisher: Annotated[
        Line,
        About("báo, tạp chí, trang tin", "newspaper, journal or site", "VOV (vov.vn)", label=("nơi đăng", "publisher")),
    ]
    title: Annotated[
        Line | NotStated,
        AsPrinted(),
        About(
            "nhan đề như nguồn in, hoặc `not-stated`",
            "title as printed, or `not-stated`",
            "Giao ban công tác tổ chức",
            label=("nhan đề", "title"),
        ),
    ]
    title_from_address: Annotated[
        bool,
        About(
            "`true` nếu nhan đề được dựng lại từ địa chỉ trang, không phải như nguồn in",
            "`true` where the title was rebuilt from the page’s address, and is not as printed",
            True,
            label=("nhan đề dựng lại từ địa chỉ", "title rebuilt from the address"),
        ),
    ] = False
    title_rendering: Annotated[
        Line | None,
        About(
            "nhan đề dịch: sang tiếng Anh, hoặc sang tiếng Việt nếu nhan đề là tiếng nước khác",
            "rendering of the title: in English or, of a title in another language, in Vietnamese",
            "Briefing on organisation work",
            label=("nhan đề dịch", "rendering of the title"),
        ),
    ] = None
    author: Annotated[
        Author | None,
        About(
            "người viết, với chức vụ nếu nguồn in",
            "who wrote it, with the office where it is printed",
            {"name": "Nguyễn Văn An", "office": {"vi": "Phóng viên", "en": "Reporter"}},
            label=("tác giả", "author"),
        ),
    ] = None
    language: Annotated[
        SourceLanguage,
        Field(strict=False),
        About(
            "ngôn ngữ của trang đã xem",
            "language of the page that was seen",
            "vi",
            label=("ngôn ngữ", "language"),
            also=("ngôn ngữ",),
        ),
    ]
    machine_translation: Annotated[
        bool,
        About(
            "`true` nếu trang đã xem là bản dịch máy",
            "`true` where the page is a machine translation",
            True,
            label=("bản dịch máy", "machine translation"),
        ),
    ] = False
    url: Annotated[
        WebAddress,
        About(
            "địa chỉ đầy đủ, hoặc `not-stated`",
            "full address, or `not-stated`",
            f"{SAMPLE_SITE}bai-viet",
            label=("địa chỉ", "address"),
            also=("địa chỉ", "đường dẫn", "liên kết", "link"),
        ),
    ]
    archived: Annotated[
        ArchivedAddress | None,
        About(
            "địa chỉ của bản lưu ở nơi khác",
            "address of a copy that somebody else keeps",
            f"https://web.archive.org/web/2022/{SAMPLE_SITE}bai-viet",
            label=("bản lưu", "archived copy"),
        ),
    ] = None
    last_seen: Annotated[
        Past | None,
        About(
            "ngày gần nhất còn mở được `url`",
            "the day `url` last showed the text",
            "2025-11-20",
            label=("ngày gần nhất còn mở được", "last seen working"),
        ),
    ] = None
    published: Annotated[
        Past | NotStated, About("ngày đăng, hoặc `not-stated`", "date of publication, or `not-stated`", "2022-06-30")
    ]
    seen: Annotated[
        Seen,
        Field(strict=False),
        About(
            "đã xem được bao nhiêu: cả bài, một phần, không rõ, chỉ chú thích ảnh",
            "how much was seen: the whole, a part, not sure, captions only",
            "part",
            also=("đã xem", "mức đã xem"),
        ),
    ]
    cut_at: Annotated[
        Line | None,
        AsPrinted(),
        About(
            "những chữ cuối đã xem, khi bài bị cắt",
            "the last words seen, where the text is cut",
            "…cần phải nh",
            label=("phần đã xem dừng ở", "seen as far as"),
            usual=True,
        ),
    ] = None
    supports: Annotated[
        Text | None,
        About(
            "nguồn nêu những gì của bản ghi",
            "which facts of the record the source states",
            _SENTENCE,
            label=("nêu những gì", "what it states"),
            usual=True,
        ),
    ] = None
    notes: Annotated[
        list[Text],
        About(
            "các ghi chú về nguồn",
            "notes on the source",
            [{"vi": "Trang ảnh.", "en": "A page of photographs."}],
            label=("ghi chú về nguồn", "notes on the source"),
        ),
    ] = []

    @property
    def address(self) -> str | None:
        """The web address, or None where it is not stated."""
        return None if self.url == NOT_STATED else self.url

    def cited_title(self, language: Language) -> str:
        """The title as citations in a language give it: of one rebuilt from the address they say so."""
        if self.title == NOT_STATED:
            return ""
        return f"[{word('rebuilt_title', language)}] {self.title}" if self.title_from_address else self.title

    def title_rendered(self, language: Language) -> str:
        """The rendering of its title where that is what a reader of a language needs; else empty."""
        is_own = self.title_language == language.value
        return "" if is_own or self.title_rendering is None else self.title_rendering

    @property
    def title_language(self) -> str:
        """The code of the language of its title."""
        return self.language_of(self.title)

    def language_of(self, words: str) -> str:
        """The code of the language of words that it prints: a machine translation often leaves some in Vietnamese."""
        return Language.VI.value if has_vietnamese_words(words) else self.language.value


SOURCE = RecordType(
    name="source",
    collection=SOURCES,
    noun=("nguồn", "source"),
    schema_org="CreativeWork",
    linked={
        "name": "title",
        "publisher": "publisher",
        "author": "author",
        "inLanguage": "language",
        "datePublished": "published",
        "url": "address",
        "archivedAt": "archived",
    },
    record=Source,
    title="publisher",
    date="published",
    description="title",
    per_page=60,
)
