"""Web addresses: good and bad values."""

from __future__ import annotations

from tests.rules.cases import Cases
from tests.rules.table import MEETING, Files


def source(url: str, archived: str = "") -> Files:
    """A meeting with a source at this address."""
    kept = f"\n    archived: {archived}" if archived else ""
    return {MEETING: f"sources:\n  - id: s1\n    url: {url}{kept}\n"}


TABLE = {
    "deceiving-address": Cases(
        good=[
            source("not-stated"),
            source("https://vov.vn/bai-viet"),
            source("http://www.baoquangngai.vn:8080/tin?a=@b#c@d"),
            source("https://web-archive.example.org/a/@nguoi-viet/bai"),
            source("https://vov.vn", "https://web.archive.org/web/2022/http://user@10.0.0.1/"),
            source("https://VOV.VN/"),
            source("https://vov.vn./"),
            source("https://báođiệntử.vn/bài-viết"),
            source("https://xn--bin-hma1e.vn/"),
            source("https://xn--90ae.example.org/"),
            source("https://例え.jp/"),
            source("https://新华网.cn/"),
            source("https://24h.com.vn/"),
            source("https://правда.example.org/"),
        ],
        bad=[
            source("https://¦baochinhphu.vn@evil.example/"),
            source("https://¦baochinhphu.vn:80@evil.example/"),
            source("https://¦baochinhphu.vn%2Fbai@evil.example/"),
            source("https://vov.vn:¦99999/"),
            source("https://vov.vn:¦0/"),
            source("https://vov.vn:¦/"),
            source("https://vov.vn:¦٨٠/"),
            source("https://¦a..vn/"),
            source("https://¦-a.vn/"),
            source("https://¦a_.vn/"),
            source("https://¦vov%2Evn/"),
            source(f"https://¦{'a' * 64}.vn/"),
            source("http://¦127.0.0.1:22/"),
            source("http://¦169.254.169.254/latest/meta-data/"),
            source("http://¦10.0.0.1/"),
            source("http://¦8.8.8.8/"),
            source("http://¦2130706433/"),
            source("http://¦0x7f.1/"),
            source("http://¦0177.0.0.1/"),
            source("http://¦127.1/"),
            source("http://¦localhost/"),
            source("http://¦tin.localhost/"),
            source("http://¦router.local/"),
            source("http://¦metadata.google.internal/"),
            source("http://¦intranet/"),
            source("http://¦nas.home.arpa/"),
            source("https://¦аррӏе.com/"),
            source("https://¦xn--80ak6aa92e.com/"),
            source("https://¦vоv.vn/"),
            source("https://¦xn--vv-jmc.vn/"),
            source("https://¦ｖｏｖ.vn/"),
            source("https://¦vov。vn/"),
            source("https://¦bαo.vn/"),
            source("https://vov.vn", "https://¦web.archive.org@evil.example/"),
        ],
    ),
}
