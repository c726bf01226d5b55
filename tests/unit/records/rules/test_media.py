"""What a file is, told by its content."""

import pytest

from hrddesk.records.rules import media


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (b"\x89PNG\r\n\x1a\nrest", "image/png"),
        (b"\xff\xd8\xff\xe0", "image/jpeg"),
        (b"GIF89a", "image/gif"),
        (b"%PDF-1.7", "application/pdf"),
        (b"PK\x03\x04", "application/zip"),
        (b"\0\0\0\x18ftypmp42", "video/mp4"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "image/webp"),
        (b"RIFF\0\0\0\0WAVE", "audio/wav"),
        (b"RIFF\0\0\0\0????", "application/octet-stream"),
        ("笔记".encode(), "text/plain"),
        ("笔记".encode()[:-1], "text/plain"),
        (b"\xff\xfe\xfd\xfc\xfb\xfa", "application/octet-stream"),
        (b"", "text/plain"),
    ],
)
def test_a_type_is_told_by_the_content(head: bytes, expected: str) -> None:
    assert media.media_type(head) == expected


def test_names_end_as_the_type_says() -> None:
    assert media.ending("image/png") == ".png"
    assert media.ending("application/octet-stream") == media.ending("") == ".bin"
