"""Archives of any size as files: the real `data/` and synthetic meetings, `python -m benchmarks.archives 1000 FOLDER`.

A synthetic meeting recombines what real ones hold (statements in both languages, figures, sources, forms) for a
province and a day of the ten years from 2016, with people and documents whose number grows with the archive. Meeting
number n is the same in an archive of any size, on every machine. The data is of the real form and passes the check;
its facts are invented and its sources lead nowhere.
"""

from __future__ import annotations

import argparse
import random
import re
import shutil
import unicodedata
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml

from macros import records as model
from macros.text.language import Language, format_day

SEED = 20261125
DATA = Path("data")
_FIRST_DAY, _DAYS = date(2016, 1, 1), 3652
_PEOPLE_EACH, _DOCUMENTS_EACH = 5, 10  # one person and one document more for so many meetings
_STATEMENTS = {"results": 2, "difficulties": 1, "conclusions": 3, "tasks": 1}
_POOL = 80  # of so many real statements two and two are joined without many a pair coming twice
_FAMILY, _MIDDLE, _GIVEN = (
    names.split()
    for names in (
        "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Võ Đặng Bùi Đỗ Hồ Ngô Dương Đinh Trương Lương Mai Tô Cao",
        "Văn Thị Đức Ngọc Minh Quốc Thanh Xuân Hữu Thu Công Kim Hồng Anh Quang Bảo Gia Tuấn Hải Đình",
        "An Bình Châu Dũng Giang Hà Hạnh Hòa Hùng Hương Khánh Lan Linh Long Mai Nam Nga Phúc Quân Sơn",
    )
)

Fields = dict[str, Any]


def write(target: Path, meetings: int, data: Path = DATA) -> None:
    """Copy `data` to `target`, its meetings as far as `meetings` goes, and write synthetic ones up to that number."""
    named = {str(id) for path in data.glob("reviews/*/review.yml") for id in _read(path).get("not_meetings", [])}
    real = sorted((data / "meetings").glob("*.yml"), key=lambda path: (path.stem not in named, path.name))
    left_out = {path.name for path in real[meetings:]}
    shutil.copytree(data, target, ignore=lambda folder, names: left_out if folder.endswith("meetings") else set())
    gone = tuple(f"meetings/{name.removesuffix('.yml')}" for name in left_out)
    for path in target.rglob("*.yml") if gone else ():
        if any(id in path.read_text("utf-8") for id in gone):
            _dump(path, _without(_read(path), gone))
    count = max(0, meetings - len(real))
    maker = _Maker(data)
    people = yaml.dump(maker.people(count), allow_unicode=True, sort_keys=False)
    with (target / "people.yml").open("a", encoding="utf-8") as file:
        file.write(people if count else "")
    for id, document in maker.documents(count):
        _dump(target / "documents" / f"{id}.yml", document)
    for number in range(count):
        id, meeting = maker.meeting(number)
        _dump(target / "meetings" / f"{id}.yml", meeting)


class _Maker:
    """Draws from the real records as they are written."""

    def __init__(self, data: Path) -> None:
        self.meetings = [_read(path) for path in sorted((data / "meetings").glob("*.yml"))]
        self.real_documents = [_read(path) for path in sorted((data / "documents").glob("*.yml"))]
        self.provinces: Fields = _read(data / "provinces.yml")["provinces"]
        self.statements = {name: [s for m in self.meetings for s in m.get(name, [])] for name in _STATEMENTS}
        self.figures = [figure for meeting in self.meetings for figure in meeting.get("figures", [])]
        self.offices = [a["office"] for m in self.meetings if m["chairs"] != model.NOT_STATED for a in m["chairs"]]

    def people(self, meetings: int) -> Fields:
        """People who speak at so many synthetic meetings."""
        return {id: {"name": name} for id, name in map(_person, range(1 + meetings // _PEOPLE_EACH))}

    def documents(self, meetings: int) -> Iterator[tuple[str, Fields]]:
        """Documents cited by so many synthetic meetings."""
        for number in range(1 + meetings // _DOCUMENTS_EACH):
            id, official, day = _document(number)
            like = random.Random(f"{SEED} document {number}").choice(self.real_documents)
            # Another number and day: what the real one replaced, and when it was in force, is not this one's.
            own = {"number": official, "date": day.isoformat(), "replaces": [], "amends": []}
            yield id, {**like, **own, **dict.fromkeys(("known_as", "in_force", "in_force_on", "ended"))}

    def meeting(self, number: int) -> tuple[str, Fields]:
        """A meeting with its id."""
        chance = random.Random(f"{SEED} meeting {number}")
        like = chance.choice(self.meetings)
        province = chance.choice(list(self.provinces))
        day = _FIRST_DAY + timedelta(days=chance.randrange(_DAYS))
        place = {language: self.provinces[province]["short"][language] for language in ("vi", "en")}
        people = sorted({_person(chance.randrange(1 + number // _PEOPLE_EACH))[0] for _ in range(2)})
        documents = sorted({_document(chance.randrange(1 + number // _DOCUMENTS_EACH))[0] for _ in range(2)})
        sources = [_source(number, index, place, day, chance) for index in (1, 2)]
        meeting = {
            "title": {"vi": f"{like['title']['vi']}, {place['vi']}", "en": f"{like['title']['en']}, {place['en']}"},
            "level": like["level"],
            "form": like["form"],
            "date": day.isoformat(),
            "date_basis": {"vi": "s1 in đủ ngày.", "en": "s1 prints the full date."},
            "organiser": {"vi": f"Tỉnh ủy {place['vi']}", "en": f"{place['en']} Party Committee", "source": "s1"},
            "place": {**place, "province": province},
            "provinces": [province],
            "period": {"vi": f"năm {day.year}", "en": f"the year {day.year}", "source": "s1"},
            "chairs": [
                {
                    "person": id,
                    "role": {"vi": "chủ trì", "en": "chair"},
                    "office": chance.choice(self.offices),
                    "source": "s1",
                }
                for id in people
            ],
            "participants": {"provinces_count": chance.randint(1, len(self.provinces))},
            "completeness": chance.choice(list(model.Completeness)).value,
            "figures": [self._figure(chance, index, day) for index in range(chance.randint(0, 3))],
        }
        for name, count in _STATEMENTS.items():
            count = min(chance.randint(count - 1, count + 1), len(self.statements[name]) // 2)
            drawn = chance.sample(self.statements[name], 2 * count)
            meeting[name] = [
                self._statement(chance, f"{name}-{_letters(index)}", pair, place, day, people, documents)
                for index, pair in enumerate(zip(drawn[:count], drawn[count:], strict=True))
            ]
        meeting |= {"documents": documents, "sources": sources}
        return f"{day}-{province}-{number:05}", meeting

    def _statement(
        self, chance: random.Random, id: str, pair: tuple[Fields, Fields], place: Fields, day: date,
        people: list[str], documents: list[str],
    ) -> Fields:  # fmt: skip
        first, second = pair
        linked = set(first.get("documents", []))
        if chance.random() < 0.5 and len(self.statements[id[:-2]]) > _POOL:
            text = {each: f"{first['text'][each]} {second['text'][each]}" for each in ("vi", "en")}
            linked.update(second.get("documents", []))
        else:
            start = {
                "vi": f"Tại {place['vi']}, {format_day(day, Language.VI)} ({id[-1]})",
                "en": f"In {place['en']}, {format_day(day, Language.EN)} ({id[-1]})",
            }
            text = {each: f"{start[each]}: {first['text'][each]}" for each in ("vi", "en")}
        if chance.random() < 0.2:
            linked.add(chance.choice(documents))
        statement = {"id": id, "text": text}
        if "force" in first:
            statement |= {"by": chance.choice(people), "force": first["force"]}
        statement |= {"topics": first["topics"], "documents": sorted(linked)}
        return {key: value for key, value in statement.items() if value} | {"source": chance.choice(("s1", "s2"))}

    def _figure(self, chance: random.Random, index: int, day: date) -> Fields:
        like = chance.choice(self.figures)
        value = chance.randint(1, 100) if like["unit"]["vi"] == "%" else chance.randint(1, 40_000)
        return {
            "id": f"figure-{_letters(index)}",
            "value": value,
            "unit": like["unit"],
            "what": {"vi": f"{like['what']['vi']} ({index})", "en": f"{like['what']['en']} ({index})"},
            "as_of": day.isoformat(),
            "source": "s1",
        }


def _source(number: int, index: int, place: Fields, day: date, chance: random.Random) -> Fields:
    return {
        "id": f"s{index}",
        "publisher": f"Báo {place['vi']}",
        "title": f"Hội nghị về xây dựng Đảng tại {place['vi']}, tin {number}",
        "language": "vi",
        "url": f"https://example.org/{day.year}/tin-{number}-{index}",
        "published": (day + timedelta(days=chance.randint(0, 3))).isoformat(),
        "seen": chance.choice(list(model.Seen)).value,
        "supports": {"vi": "Ngày, nơi họp, các kết luận.", "en": "The day, the place, the conclusions."},
    }


def _person(number: int) -> tuple[str, str]:
    """The id and the name of a person; no two have one name."""
    rest, family = divmod(number, len(_FAMILY))
    rest, given = divmod(rest, len(_GIVEN))
    again, middle = divmod(rest, len(_MIDDLE))
    name = f"{_FAMILY[family]} {_MIDDLE[middle]} {_MIDDLE[again] + ' ' if again else ''}{_GIVEN[given]} Tổng Hợp"
    return _slug(name), name


def _document(number: int) -> tuple[str, str, date]:
    """The id, the number and the day of a document; no two of one year have one number."""
    place, years = divmod(number, 10)
    official = f"{100 + place}-KL/TU"
    day = date(_FIRST_DAY.year + years, 1 + place % 12, 1 + place % 28)
    return f"{_slug(official)}-{day.year}", official, day


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return re.sub(r"[^a-z0-9]+", "-", "".join(c for c in plain if not unicodedata.combining(c)))


def _letters(number: int) -> str:
    return chr(ord("a") + number)


def _without(value: Any, gone: tuple[str, ...]) -> Any:
    """A value of a file without what rests on meetings that are gone: outcomes that lead to them, and summaries."""
    if isinstance(value, list):
        return [_without(each, gone) for each in value if not (isinstance(each, dict) and _names(each, "to", gone))]
    if not isinstance(value, dict):
        return value
    return {
        key: _without(each, gone)
        for key, each in value.items()
        if key != "summary" or not any(_names(sentence, "rests_on", gone) for sentence in each)
    }


def _names(fields: Fields, field: str, gone: tuple[str, ...]) -> bool:
    ids = fields.get(field) or []
    return any(str(id).startswith(gone) for id in (ids if isinstance(ids, list) else [ids]))


def _read(path: Path) -> Fields:
    value: Fields = yaml.load(path.read_bytes(), yaml.CSafeLoader)
    return value


def _dump(path: Path, fields: Fields) -> None:
    stated = {key: value for key, value in fields.items() if value not in (None, [])}
    path.write_text(
        yaml.dump(stated, allow_unicode=True, sort_keys=False, width=10_000, Dumper=_Dumper), encoding="utf-8"
    )


class _Dumper(yaml.CSafeDumper):
    def ignore_aliases(self, data: Any) -> bool:
        return True


def main() -> None:
    """Write an archive."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.archives", description="write a synthetic archive")
    parser.add_argument("meetings", type=int)
    parser.add_argument("target", type=Path, help="the folder to make, for instance /tmp/data")
    options = parser.parse_args()
    write(options.target, options.meetings)


if __name__ == "__main__":
    main()
