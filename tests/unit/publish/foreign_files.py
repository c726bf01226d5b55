"""Small PDF files as other programs write them, put together by hand."""

import zlib


def foreign(
    operators: bytes, resources: str = "", *more: str, pages: int = 1, contents: str = "4 0 R"
) -> bytes:
    """Return a small file as another program would write it; it lists its one page `pages` times."""
    page = "/Type /Page /Parent 2 0 R /MediaBox [0 0 300 300]"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{'3 0 R ' * pages}] /Count {pages} >>",
        f"<< {page} /Contents {contents} /Resources << {resources} >> >>",
        f"<< /Length {len(operators)} >>\nstream\n{operators.decode('latin-1')}\nendstream",
        *more,
    ]
    parts, offsets = [b"%PDF-1.4\n"], []
    for number, body in enumerate(objects, 1):
        offsets.append(sum(map(len, parts)))
        parts.append(f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1"))
    start = sum(map(len, parts))
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    parts.append(
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n"
        f"<< /Root 1 0 R /Size {len(objects) + 1} >>\nstartxref\n{start}\n%%EOF\n".encode("ascii")
    )
    return b"".join(parts)


HELVETICA = "/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>"
PLAIN = b"BT /F 12 Tf 50 200 Td (seen) Tj ET"


def flate(data: bytes) -> bytes:
    return zlib.compress(data, 9)


def packed(data: bytes, filters: str, more: str = "") -> str:
    return f"<< /Length {len(data)} /Filter {filters} {more} >>\nstream\n{data.decode('latin-1')}\nendstream"


def jpeg_object(data: bytes, more: str = "") -> str:
    """Return an image object of a JPEG file."""
    head = f"<< /Subtype /Image /Filter /DCTDecode /Width 48 /Height 32 /ColorSpace /DeviceRGB {more}"
    return f"{head} /Length {len(data)} >>\nstream\n{data.decode('latin-1')}\nendstream"
