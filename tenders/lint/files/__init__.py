"""The table `legal` of a tender file, read into a draft."""

from tenders.lint.files.drafts import read_draft
from tenders.lint.files.topics import read_topic
from tenders.lint.files.writing import topic_data

__all__ = ["read_draft", "read_topic", "topic_data"]
