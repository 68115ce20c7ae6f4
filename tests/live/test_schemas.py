"""The data is valid under the committed schemas for every validator that editors may use."""

from __future__ import annotations

from pathlib import Path

from tests.support.project import LIVE_DATA
from tests.support.validators import ajv, all_of, check_jsonschema, compiled, schemas_of


def test_all_data_is_accepted(tmp_path: Path) -> None:
    schemas, judged = schemas_of(LIVE_DATA, tmp_path), all_of(LIVE_DATA)
    assert compiled(schemas) == {}
    names = [path.relative_to(LIVE_DATA).as_posix() for _, path in judged]
    for accepted in (ajv(schemas, judged), check_jsonschema(schemas, judged)):
        assert [name for name, valid in zip(names, accepted, strict=True) if not valid] == []
