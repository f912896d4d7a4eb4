"""Identifiers: the canonical form of each, and what is wrong with a value that is not one."""

from validator.text.identifiers.doi_names import doi
from validator.text.identifiers.repositories import arxiv, pmcid, pmid
from validator.text.identifiers.standard_numbers import isbns, issns, orcid

__all__ = ["arxiv", "doi", "isbns", "issns", "orcid", "pmcid", "pmid"]
