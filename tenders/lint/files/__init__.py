"""The table `legal` of a tender file, read into a draft and written from one."""

from tenders.lint.files.topics import read_topic
from tenders.lint.files.writing import topic_data

__all__ = ["read_topic", "topic_data"]
