"""How much of a stranger's file is read. What asks for more is refused with one line, and nothing else is harmed."""

MEGABYTE = 1_000_000  # bytes

MAX_FILE = 200 * MEGABYTE  # a newspaper of many pages with its pictures has less
MAX_TEXT_FILE = 20 * MEGABYTE  # .txt and .md, which are read in this process
MAX_UNPACKED = 300 * MEGABYTE  # all that is packed in a .docx
MAX_CHARACTERS = 5_000_000  # of text in one article: some ten books

# For each file that a process of its own reads.
READER_CPU = 120  # seconds of processor time; 500 pages of PDF take half of it
READER_WAIT = 900  # seconds of wall time, for a machine that has other things to do
READER_MEMORY = 2_000 * MEGABYTE  # address space
READER_OUTPUT = 100 * MEGABYTE  # what it hands back, as JSON
