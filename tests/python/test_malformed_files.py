"""Files that are broken in many ways: each gives rows that add up, or one message that names it.

Whatever is broken, the lines of a file are header, rows, lines told of, or blank; the count is
made here again, with nothing of the project's.
"""

from __future__ import annotations

import gzip
import json
import random
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from input_project import InputProject

HEADER = "client,kind,happened,amount,note"
COLUMNS = {
    "customer_id": "client",
    "event_type": "kind",
    "event_at": "happened",
    "event_value": "amount",
}
NOTES = ["plain", "with, comma", 'a "quote"', "line\nbreak", "ümläut €", "", "  spaces "]
#: of files that are read: line_count, row_count, unread_count, and rows of base_events
NOTED = """
select
    files.source_file,
    files.line_count,
    files.row_count + files.unread_count,
    (select count(*) from base_events where base_events.source_file = files.source_file)
from int_input_files as files
"""


def csv_text(rng: random.Random) -> bytes:
    """Thirty rows that can be read."""
    lines = [HEADER]
    for number in range(30):
        note = rng.choice(NOTES)
        if re.search('[,"\n]', note) or rng.random() < 0.2:
            note = '"' + note.replace('"', '""') + '"'
        lines.append(f"c{number % 7},purchase,2025-06-{number % 28 + 1:02},{number}.5,{note}")
    return ("\n".join(lines) + "\n").encode()


def json_text(rng: random.Random) -> bytes:
    rows = [
        {
            "client": f"c{number}", "kind": "purchase", "happened": f"2025-06-{number % 28 + 1:02}",
            "amount": number / 2, "note": [1, None, {"b": 'ü"\n'}],
        }
        for number in range(30)
    ]  # fmt: skip
    lines = (json.dumps(row, ensure_ascii=rng.random() < 0.5) for row in rows)
    return ("\n".join(lines) + "\n").encode()


def flipped(text: bytes, rng: random.Random) -> bytes:
    """Some bits the other way round."""
    changed = bytearray(text)
    for _ in range(rng.choice([1, 1, 3, 10])):
        changed[rng.randrange(len(changed))] ^= 1 << rng.randrange(8)
    return bytes(changed)


def cut_off(text: bytes, rng: random.Random) -> bytes:
    return text[: rng.randrange(1, len(text))]


def opened(text: bytes, rng: random.Random) -> bytes:
    """A quote too many."""
    place = rng.randrange(len(HEADER) + 1, len(text))
    return text[:place] + b'"' + text[place:]


def closed_no_more(text: bytes, rng: random.Random) -> bytes:
    """A quote too few."""
    place = rng.choice([place for place, byte in enumerate(text) if byte == ord('"')])
    return text[:place] + text[place + 1 :]


def mixed_ends(text: bytes, rng: random.Random) -> bytes:
    return b"".join(line + rng.choice([b"\n", b"\r\n"]) for line in text.split(b"\n")[:-1])


def with_blanks(text: bytes, rng: random.Random) -> bytes:
    lines = text.split(b"\n")
    for _ in range(4):
        lines.insert(rng.randrange(1, len(lines)), b"")
    return b"\n".join(lines)


def with_zeros(text: bytes, rng: random.Random) -> bytes:
    changed = bytearray(text)
    for _ in range(3):
        changed[rng.randrange(len(HEADER), len(changed))] = 0
    return bytes(changed)


def broken_csv(rng: random.Random) -> Iterator[tuple[str, bytes]]:
    for damage, times in (
        (flipped, 35), (cut_off, 20), (opened, 16), (closed_no_more, 8), (mixed_ends, 5),
        (with_blanks, 4), (with_zeros, 4),
    ):  # fmt: skip
        for number in range(times):
            yield f"{damage.__name__}_{number}", damage(csv_text(rng), rng)
    text = csv_text(rng)
    yield "windows_ends", text.replace(b"\n", b"\r\n")
    yield "old_mac_ends", text.replace(b"\n", b"\r")
    yield "no_last_end", text[:-1]
    yield "byte_order_mark", b"\xef\xbb\xbf" + text
    yield "utf_16", text.decode().encode("utf-16")
    yield "latin_1", text.decode().replace("€", "e").encode("latin-1")
    yield "compressed_without_saying_so", gzip.compress(text)
    yield "empty", b""
    yield "only_a_header", HEADER.encode()
    yield "only_line_ends", b"\n\n\n"
    yield "a_name_twice", text.replace(b"amount,note", b"amount,amount", 1)
    yield "a_name_missing", text.replace(b"amount,note", b"amount,", 1)
    yield "names_in_capitals", text.replace(b"client,kind", b"Client,KIND", 1)
    yield "a_name_too_many", text.replace(b"note\n", b"note,more\n", 1)
    yield "other_columns", b"client,kind,happened\na,b,2025-06-01\n"
    yield "very_wide", (HEADER + ",x" * 100_000).encode() + b"\na,b,2025-06-01" + b",1" * 100_002
    yield "very_long", HEADER.encode() + b"\na,b,2025-06-01,1," + b"x" * 64_000_000 + b"\n"
    yield "anything", rng.randbytes(5000)
    yield "control_characters", text.replace(b"plain", b"pl\x1c\x1d\x1e\x1fain")
    yield "semicolons", text.replace(b",", b";")
    yield "a_web_page", b"<html><body>Error 500</body></html>\n"
    yield "a_title", b"Report of June\n\n" + text
    yield "a_total", text + b"Total,,,1800\n"


def broken_json(rng: random.Random) -> Iterator[tuple[str, bytes]]:
    for damage, times in ((flipped, 20), (cut_off, 15)):
        for number in range(times):
            yield f"{damage.__name__}_{number}", damage(json_text(rng), rng)
    text = json_text(rng)
    row = b'{"client": "a", "kind": "b", "happened": "2025-06-01", "note": '
    yield "indented", json.dumps(json.loads(text.split(b"\n")[0]), indent=1).encode()
    yield "one_array", b"[" + text.strip().replace(b"\n", b",") + b"]"
    yield "no_line_ends", text.replace(b"\n", b"")
    yield "no_objects", b'1\n"x"\nnull\n[1]\n{}\n' + text
    yield "blank_lines", text.replace(b"\n", b"\n \t\n\n")
    yield "windows_ends", text.replace(b"\n", b"\r\n")
    yield "latin_1", row + b'"\xfc"}\n' + text
    yield "a_key_twice", row.replace(b"note", b"client") + b'"b"}\n'
    yield "nulls", b'{"client": null, "kind": null, "happened": null}\n'
    yield "objects_for_values", b'{"client": {"x": null}, "kind": [null], "happened": {}}\n'
    yield "deep", row + b"[" * 3000 + b"]" * 3000 + b"}\n"
    yield "many_digits", row.replace(b"note", b"amount") + b"1" * 40 + b"}\n"
    yield "byte_order_mark", b"\xef\xbb\xbf" + text
    yield "empty", b""
    yield "only_line_ends", b"\n\n"
    yield "very_long", row + b'"' + b"x" * 64_000_000 + b'"}\n' + text
    yield "zeros", text.replace(b"purchase", b"pur\0chase")
    yield "anything", rng.randbytes(3000)
    yield "a_web_page", b"<html></html>"


def line_count(text: bytes) -> int:
    lines = re.split(b"\r\n|\n|\r", text)
    return len(lines) - (lines[-1] == b"")


def read_all(project: InputProject, files: dict[Path, bytes]) -> dict[Path, str]:
    """Reads the files, without those that stop the run: each with what was said of it."""
    told: dict[Path, str] = {}
    for path, text in files.items():
        path.write_bytes(text)
    while (done := project.read("--exclude", "resource_type:seed")).returncode:
        named = [path for path in files if path not in told and path.name in done.stdout]
        assert named, f"a message without a file:\n{done.stdout[-3000:]}"
        # one name may begin another
        told[worst := max(named, key=lambda path: len(path.name))] = done.stdout
        worst.unlink()
    return told


@pytest.mark.parametrize("form", ["csv", "json"])
def test_every_line_is_accounted_for_or_its_file_is_named(form: str, tmp_path: Path) -> None:
    project = InputProject(tmp_path)
    project.map(events={"format": form, "path": f"data/*.{form}", "columns": COLUMNS})
    rng = random.Random(7)
    make, broken = (csv_text, broken_csv) if form == "csv" else (json_text, broken_json)
    (tmp_path / "data" / f"0.{form}").write_bytes(make(rng))
    assert project.read().returncode == 0
    files = {tmp_path / "data" / f"{name}.{form}": text for name, text in broken(rng)}

    told = read_all(project, files)

    noted = {name: counts for name, *counts in project.rows(NOTED)}
    for path, text in files.items():
        if path in told:
            continue
        lines, made, stored = noted[f"data/{path.name}"]
        assert lines == line_count(text), path.name
        assert made == stored, path.name
    stopped = sorted(path.stem for path in told)
    if form == "csv":
        assert len(files) > 110
        assert {"empty", "very_wide", "utf_16", "semicolons", "a_title"} <= set(stopped)
        assert not {"windows_ends", "byte_order_mark", "latin_1", "a_total"} & set(stopped)
    else:
        assert len(files) > 50
        assert stopped == ["anything", "empty", "very_long"]
    assert len(stopped) < len(files) / 3
