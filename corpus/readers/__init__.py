"""Files that are not plain text -> blocks: a reader for each kind, by the file's ending."""
