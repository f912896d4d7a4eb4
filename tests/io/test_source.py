"""Files of every kind are opened: charsets, compression, limits, damage."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from validator.config import Settings
from validator.errors import UnreadableError, UsageError
from validator.io import Input, Opened, inputs, read, shown
from validator.io.rewrite import rewriter
from validator.io.source import Source, sniff_encoding

RIS = "TY  - JOUR\nTI  - {title}\nAU  - 王, 明\nPY  - 2018\nJO  - 图书情报工作\nER  - \n"
CHINESE = RIS.format(title="数字图书馆元数据质量评价研究与实践探索") * 5
TRADITIONAL = CHINESE.replace("图书情报工作", "圖書館學刊").replace(
    "数字图书馆元数据质量评价研究与实践探索", "數位圖書館後設資料品質評鑑之研究與實務探討"
)
JAPANESE = (
    "TY  - JOUR\nTI  - 図書館におけるメタデータの品質についての研究\nAU  - 田中, 博\nER  - \n" * 5
)
KOREAN = "TY  - JOUR\nTI  - 도서관 메타데이터 품질 평가에 관한 연구\nAU  - 김, 민준\nER  - \n" * 5
DENSE = "一项数字图书馆元数据质量评价研究与实践探索\n作者\n欧阳修\n" * 9
GERMAN = "TY  - JOUR\nTI  - Über die Qualität der Größe\nAU  - Müller, Jürgen\nER  - \n" * 5
RUSSIAN = "TY  - JOUR\nTI  - Применение математических методов\nAU  - Иванов, Пётр\nER  - \n"


@pytest.mark.parametrize(
    ("data", "encoding", "guessed", "why"),
    [
        (b"TY  - JOUR", "utf-8", False, "ASCII"),
        (CHINESE.encode(), "utf-8", False, "UTF-8"),
        (b"\xef\xbb\xbf" + CHINESE.encode(), "utf-8", False, "UTF-8 with a mark"),
        (CHINESE.encode("utf-16"), "utf-16", False, "UTF-16 with a mark"),
        (GERMAN.encode("utf-16-le"), "utf-16-le", True, "UTF-16 by its zero bytes"),
        (GERMAN.encode("utf-16-be"), "utf-16-be", True, "big-endian"),
        (CHINESE.encode("gb18030"), "gb18030", True, "a Chinese export"),
        (TRADITIONAL.encode("big5hkscs"), "big5hkscs", True, "an export from Taiwan"),
        (JAPANESE.encode("shift_jis"), "shift_jis", True, "a Japanese export"),
        (JAPANESE.encode("iso2022_jp"), "iso2022_jp", True, "an older one, by its escapes"),
        ("TI  - ﾃｽﾄ 図書\n".encode("iso2022_jp_ext"), "iso2022_jp_ext", True, "half-width Kana"),
        (b"TI  - \x1b$B broken \n\x1b", "utf-8", False, "an escape, and nothing that is Japanese"),
        (KOREAN.encode("euc_kr"), "euc_kr", True, "a Korean export"),
        (GERMAN.encode("cp1252"), "cp1252", True, "Windows"),
        (RUSSIAN.encode("iso8859-5"), "iso8859-5", True, "ISO 8859-5, as some libraries have it"),
        (RUSSIAN.encode("koi8-r"), "koi8-r", True, "another charset of Russian"),
        (DENSE.encode("utf-16-le"), "utf-16-le", True, "UTF-16 of Han, with few zero bytes"),
        (DENSE.encode("utf-16-be"), "utf-16-be", True, "the same, big-endian"),
        (b"plain text, and one zero byte \x00 and more", "utf-8", False, "ASCII is no UTF-16"),
        ((CHINESE * 9 + "\0").encode(), "utf-8", False, "nor is UTF-8 with a zero byte"),
        ((CHINESE * 9 + "\0").encode("gb18030"), "gb18030", True, "nor is a Chinese export"),
        (CHINESE.encode() * 20 + b"\xff\n", "utf-8", False, "one bad byte is no other charset"),
    ],
)
def test_charset(data: bytes, encoding: str, guessed: bool, why: str) -> None:
    assert sniff_encoding(data, complete=True) == (encoding, guessed)


def test_a_charset_of_escapes_is_read_and_not_edited(tmp_path: Path) -> None:
    """An edit between two escapes would change what all behind it says."""
    path = tmp_path / "x.ris"
    path.write_bytes(JAPANESE.encode("iso2022_jp"))
    first, *_ = read(path)
    assert first.title == "図書館におけるメタデータの品質についての研究"
    assert first.author[0].family == "田中"
    assert rewriter("ris", JAPANESE, encoding="iso2022_jp") is None
    assert rewriter("ris", JAPANESE, encoding="shift_jis") is not None


@pytest.mark.parametrize("data", [b"\x00\x01\x02" * 99, b"%PDF-1.4\n" + bytes(range(256)) * 9])
def test_a_binary_file_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableError, match="binary"):
        sniff_encoding(data, complete=True)


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress, bytes])
def test_compressed_files(tmp_path: Path, pack: type[bytes]) -> None:
    path = tmp_path / "x.bin"
    path.write_bytes(pack(CHINESE.encode()))
    assert len(list(read(path))) == 5


def test_zstandard(tmp_path: Path) -> None:
    zstandard = pytest.importorskip("zstandard", reason="pip install 'bibvalidator[zst]'")
    path = tmp_path / "x.ris.zst"
    path.write_bytes(zstandard.compress(CHINESE.encode()))
    assert len(list(read(path))) == 5


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
def test_a_cut_archive_is_unreadable(tmp_path: Path, pack: type[bytes]) -> None:
    path = tmp_path / "x.ris.gz"
    path.write_bytes(pack(CHINESE.encode() * 2000)[:-200])
    with pytest.raises(UnreadableError):
        list(read(path))


@pytest.mark.parametrize(
    ("data", "encoding", "text", "why"),
    [
        ("ab".encode("utf-16-le") + b"\n", "utf-16-le", "ab\udc0a", "cut in a character"),
        (b"a\0\0\xd8b\0", "utf-16-le", "a\udc00\udcd8b", "half of a pair"),
        (b"\0a\xd8\x20\0b", "utf-16-be", "a\udcd8\udc20b", "the same, big-endian"),
        (b"\xff\xfea\0\x20", "utf-16", "a\udc20", "with a mark"),
        (b"a\0\0\0\0\0A\0", "utf-32-le", "a\udc00\udc00\udc41\udc00", "beyond Unicode"),
        (b"\xb0\xa1\x81", "gb18030", "啊\udc81", "cut in a character"),
        ("é".encode() + b"\xe9", "utf-8", "é\udce9", "Latin-1 in UTF-8"),
    ],
)
def test_bytes_that_are_no_character_are_kept(
    data: bytes, encoding: str, text: str, why: str
) -> None:
    source = Source("x", "ris", encoding, stream=io.BytesIO(data))
    assert "".join(line.text or "" for line in source.lines()) == text


def test_lines_keep_their_endings_and_places() -> None:
    text = "\ufeffa\r\nb\rc\n\nd"
    lines = list(Source("x", "ris", text=text).lines())
    assert [line.text for line in lines] == ["a\r\n", "b\r", "c\n", "\n", "d"]
    assert [line.number for line in lines] == [1, 2, 3, 4, 5]
    assert [line.start for line in lines] == [1, 4, 6, 8, 9]


def test_a_line_over_the_limit_is_passed_over() -> None:
    source = Source("x", "ris", limit=10, text="short\n" + "x" * 1000 + "\nafter\n")
    assert [(line.number, line.start, line.text) for line in source.lines()] == [
        (1, 0, "short\n"),
        (2, 6, None),
        (3, 1007, "after\n"),
    ]


@given(st.text(alphabet="ab\r\n\ufeff王"), st.integers(1, 5))
def test_lines_add_up(text: str, limit: int) -> None:
    lines = list(Source("x", "ris", limit=limit, text=text).lines())
    for line in lines:
        if line.text is not None:
            assert text[line.start : line.start + len(line.text)] == line.text
    assert [line.number for line in lines] == list(range(1, len(lines) + 1))


def test_a_missing_file() -> None:
    with pytest.raises(UsageError, match="no file or folder"):
        list(read("nowhere.bib"))


def test_a_text_of_no_format_asks_for_one(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("Dear all,\nplease find the minutes below.\n")
    with pytest.raises(UsageError, match="--input-format"):
        list(read(path))


class TestFolders:
    def test_known_files_are_found_and_others_left(self, tmp_path: Path) -> None:
        (tmp_path / "b").mkdir()
        (tmp_path / "b" / "x.ris").write_text(CHINESE)
        (tmp_path / "a.bib").write_text("@book{a, title = {A}}")
        (tmp_path / "package.json").write_text('{"name": "x", "version": "1"}')
        (tmp_path / "items.json").write_text('[{"id": "x", "type": "book", "title": "A"}]')
        (tmp_path / ".hidden.bib").write_text("@book{a, title = {A}}")
        (tmp_path / "logo.png").write_bytes(bytes(range(256)))
        names = [Path(item.path).name for item in inputs([str(tmp_path)])]
        assert names == ["a.bib", "x.ris", "items.json"]

    def test_a_folder_without_known_files(self, tmp_path: Path) -> None:
        with pytest.raises(UsageError, match="no file of a known format"):
            inputs([str(tmp_path)])

    def test_each_file_once(self, tmp_path: Path) -> None:
        path = tmp_path / "a.bib"
        path.write_text("@book{a, title = {A}}")
        assert len(inputs([str(path), str(tmp_path), str(path)])) == 1

    @pytest.mark.parametrize("link", [os.symlink, os.link])
    def test_a_file_that_links_lead_to_is_read_once(
        self, tmp_path: Path, link: Callable[[Path, Path], None]
    ) -> None:
        """Else its records would be copies of themselves, and those of the link merged away."""
        path = tmp_path / "b.bib"
        path.write_text("@book{a, title = {A}}")
        link(path, tmp_path / "a.bib")
        (tmp_path / "c.bib").write_text("@book{a, title = {A}}")  # another file, though equal
        found = inputs([str(tmp_path)])
        assert [Path(item.path).name for item in found] == ["a.bib", "c.bib"]
        found = inputs([str(tmp_path), str(path)])
        assert [Path(item.path).name for item in found] == ["b.bib", "c.bib"]


def test_paths_are_shown_relative_with_slashes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert shown(str(tmp_path / "a" / "b.bib")) == "a/b.bib"
    assert shown("./a/b.bib") == "a/b.bib"
    assert shown("/elsewhere/b.bib") == "/elsewhere/b.bib"


def test_checksum_is_of_the_file_on_disk(tmp_path: Path) -> None:
    import hashlib

    path = tmp_path / "x.ris.gz"
    path.write_bytes(gzip.compress(CHINESE.encode()))
    opened = Opened(Input(str(path), "x", named=True), Settings())
    with opened as source:
        list(source.lines())
    assert opened.digest == hashlib.sha256(path.read_bytes()).hexdigest()
    assert opened.count == path.stat().st_size
