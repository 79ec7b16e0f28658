"""What auditors and the public are told of the site, from what the other stages found."""

from generator.reports.audit_report import again, write

__all__ = ["again", "write"]
