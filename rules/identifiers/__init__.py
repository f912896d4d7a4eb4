"""Faults of identifiers other than the DOI: ISSN, ISBN, ORCID iD, PMID, PMCID, arXiv, URL."""
