"""The kinds of file that are known and not read, by suffix, each with what it is and what to do."""

from __future__ import annotations

from collections.abc import Mapping

_PICTURE = (
    "It is a picture, and words in pictures are not read. Add the document that it was made from, or type its words."
)
_SOUND = "It is a sound recording, which is not read. Add a transcript, or notes that say who spoke and when."
_FILM = "It is a film, which is not read. Add a transcript, or notes that say who spoke and when."
_SHORTCUT = (
    "It is a shortcut to somewhere else, and holds no text. Add the file or page that it leads to, saved as PDF."
)
_RICH_TEXT = "It is rich text (RTF), which is not read. Open it in Word and save it as .docx."
_DRAWING = "It is a drawing or a publication of {program}, which is not read. Open it there and save it as PDF."
_APPLE = "It is a file of Apple's {program}, which is not read. Open it there and export it as {suffix}."
_NOTES = "It is a notebook of OneNote, which is not read. Open it there and export its pages as .docx or PDF."
_LOOP = "It is a shared page of Microsoft {program}, which is not read. Open it there and save it as PDF."
_OTHER_TEXT = "It is a file of {program}, which is not read. Open it there and save it as .docx or PDF."
_DATA = "It is a file of {program}, which is not read. Export the figures that matter as .xlsx or .csv."
_PROGRAM = "It is a program or a part of one, which is never opened. Take it out of the library."
_UNFINISHED = "It is a download that was not finished. Download it again."
_FLAT = "It is an OpenDocument file in one piece, which is not read. Open it in LibreOffice and save it as {suffix}."


def _all(suffixes: str, words: str, **names: str) -> dict[str, str]:
    return dict.fromkeys(suffixes.split(), words.format(**names))


WORDS: Mapping[str, str] = {
    **_all(".jpg .jpeg .png .gif .bmp .tif .tiff .heic .heif .webp .svg .emf .wmf .ico .psd .ai .eps .raw", _PICTURE),
    **_all(".mp3 .wav .m4a .wma .aac .ogg .flac .amr", _SOUND),
    **_all(".mp4 .mov .avi .wmv .mkv .webm .m4v .mpg .mpeg .3gp", _FILM),
    **_all(".url .lnk .webloc .website .desktop .gdoc .gsheet .gslides .gform", _SHORTCUT),
    **_all(".rtf", _RICH_TEXT),
    **_all(".vsd .vsdx .vsdm", _DRAWING, program="Visio"),
    **_all(".pub", _DRAWING, program="Publisher"),
    **_all(".odg .otg", _DRAWING, program="LibreOffice Draw"),
    **_all(".indd .idml", _DRAWING, program="InDesign"),
    **_all(".xps .oxps", _DRAWING, program="the XPS viewer"),
    **_all(".pages", _APPLE, program="Pages", suffix=".docx"),
    **_all(".numbers", _APPLE, program="Numbers", suffix=".xlsx"),
    **_all(".key", _APPLE, program="Keynote", suffix=".pptx"),
    **_all(".one .onetoc2 .onepkg", _NOTES),
    **_all(".loop .fluid", _LOOP, program="Loop"),
    **_all(".whiteboard", _LOOP, program="Whiteboard"),
    **_all(".wpd .wps", _OTHER_TEXT, program="WordPerfect or Works"),
    **_all(".epub .mobi .azw3", _OTHER_TEXT, program="a reader of electronic books"),
    **_all(".mpp .mpt", _OTHER_TEXT, program="Microsoft Project"),
    **_all(".mdb .accdb", _DATA, program="Microsoft Access"),
    **_all(".pbix .pbit", _DATA, program="Power BI"),
    **_all(".sav .spv .dta .sas7bdat .rds .rdata", _DATA, program="a statistics package"),
    **_all(".sqlite .db .dbf", _DATA, program="a database"),
    **_all(".exe .msi .bat .cmd .ps1 .vbs .js .jar .dll .scr .com", _PROGRAM),
    **_all(".part .crdownload .partial .download", _UNFINISHED),
    **_all(".fodt", _FLAT, suffix=".odt"),
    **_all(".fods", _FLAT, suffix=".ods"),
    **_all(".fodp", _FLAT, suffix=".odp"),
}
