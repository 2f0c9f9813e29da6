"""Reports as Markdown."""

from __future__ import annotations

from reports.content import Block, Report

#: What Markdown would read as more than text.
MARKED = str.maketrans({c: f"\\{c}" for c in "\\`_[]<>|#"})


def as_markdown(reports: list[Report]) -> str:
    parts = []
    for report in reports:
        parts.append(f"# {escaped(report.title)}")
        parts += [text for block in report.blocks if (text := markdown_of(block))]
    return "\n\n".join(parts) + "\n"


def escaped(text: str) -> str:
    """Text as Markdown has it; ** stays, since blocks use it for what is bold."""
    return text.translate(MARKED)


def markdown_of(block: Block) -> str:
    if block.kind == "heading":
        return f"{'#' * block.level} {escaped(block.text)}"
    if block.kind == "text":
        return escaped(block.text)
    if block.kind == "list":
        return "\n".join(f"- {escaped(row[0])}" for row in block.rows)
    if block.kind == "numbered":
        return "\n".join(f"{n}. {escaped(row[0])}" for n, row in enumerate(block.rows, 1))
    if block.kind == "table":
        marks = ["--:" if is_number else "---" for is_number in block.numeric]
        lines = [block.columns, marks, *([escaped(cell) for cell in row] for row in block.rows)]
        return "\n".join(f"| {' | '.join(line)} |" for line in lines)
    return ""
