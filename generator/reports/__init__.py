"""What auditors and the public are told of the site, from what the other stages found."""

from generator.reports.audit_report import DatedAudit, again, last, write

__all__ = ["DatedAudit", "again", "last", "write"]
