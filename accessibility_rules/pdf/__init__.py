"""Rules for PDF files, each read once (EN 301 549 V3.2.1, chapter 10: documents that are downloaded)."""
