"""Records of the XML formats as exports write them, to measure and to damage."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple


class Sample(NamedTuple):
    """A file of a format: what stands before and behind its records, and a record of number n."""

    head: str
    record: str
    tail: str

    def text(self, numbers: range) -> str:
        return "".join(self.pieces(numbers))

    def pieces(self, numbers: range) -> Iterator[str]:
        yield self.head
        for n in numbers:
            yield self.record.format(n=n, year=1950 + n % 70, volume=n % 90 + 1, last=n + 9)
        yield self.tail

    def write(self, path: Path, count: int) -> Path:
        with path.open("w", encoding="utf-8") as file:
            file.writelines(self.pieces(range(1, count + 1)))
        return path


_PUBMED = """<PubmedArticle>
<MedlineCitation Status="MEDLINE" Owner="NLM"><PMID Version="1">{n}</PMID>
<DateRevised><Year>2020</Year><Month>01</Month><Day>02</Day></DateRevised>
<Article PubModel="Print"><Journal><ISSN IssnType="Print">0028-0836</ISSN>
<JournalIssue CitedMedium="Print"><Volume>{volume}</Volume><Issue>1</Issue>
<PubDate><Year>{year}</Year><Month>Jan</Month></PubDate></JournalIssue>
<Title>Journal of Things</Title><ISOAbbreviation>J Things</ISOAbbreviation></Journal>
<ArticleTitle>A study of subject number {n} and its <i>wholly</i> separate results.</ArticleTitle>
<Pagination><MedlinePgn>{n}-{last}</MedlinePgn></Pagination>
<ELocationID EIdType="doi" ValidYN="Y">10.1234/things.{n}</ELocationID>
<Abstract><AbstractText>This is what was found.</AbstractText></Abstract>
<AuthorList CompleteYN="Y"><Author ValidYN="Y"><LastName>Writer</LastName><ForeName>Ada</ForeName>
<Initials>A</Initials><AffiliationInfo><Affiliation>University of Somewhere.</Affiliation>
</AffiliationInfo></Author><Author ValidYN="Y"><LastName>Müller</LastName><ForeName>Jörg</ForeName>
<Initials>J</Initials></Author></AuthorList>
<Language>eng</Language><PublicationTypeList>
<PublicationType UI="D016428">Journal Article</PublicationType></PublicationTypeList></Article>
<MedlineJournalInfo><Country>England</Country><MedlineTA>J Things</MedlineTA>
<ISSNLinking>0028-0836</ISSNLinking></MedlineJournalInfo>
<MeshHeadingList><MeshHeading><DescriptorName UI="D1">Animals</DescriptorName></MeshHeading>
</MeshHeadingList></MedlineCitation>
<PubmedData><ArticleIdList><ArticleId IdType="pubmed">{n}</ArticleId></ArticleIdList></PubmedData>
</PubmedArticle>
"""
_ENDNOTE = """<record>
<database name="My.enl">My.enl</database><rec-number>{n}</rec-number>
<ref-type name="Journal Article">17</ref-type><contributors><authors>
<author><style face="normal">Writer, Ada</style></author><author>王小明</author></authors>
</contributors>
<titles><title><style face="normal">A study of subject number {n}</style></title>
<secondary-title>Journal of Things</secondary-title></titles>
<periodical><full-title>Journal of Things</full-title></periodical><pages>{n}-{last}</pages>
<volume>{volume}</volume><number>1</number><keywords><keyword>one</keyword><keyword>two</keyword>
</keywords><dates><year>{year}</year></dates><isbn>0028-0836</isbn>
<electronic-resource-num>10.1234/things.{n}</electronic-resource-num>
<urls><related-urls><url>https://example.org/{n}</url></related-urls></urls></record>
"""
_MODS = """<mods version="3.6">
<titleInfo><nonSort>The</nonSort><title>study of {n}</title></titleInfo>
<name type="personal"><namePart type="family">Writer</namePart><namePart type="given">Ada</namePart>
<role><roleTerm type="code">aut</roleTerm></role></name><genre>article</genre>
<language><languageTerm type="code">eng</languageTerm></language>
<subject><topic>Things</topic></subject><relatedItem type="host">
<titleInfo><title>Journal of Things</title></titleInfo>
<identifier type="issn">0028-0836</identifier>
<part><detail type="volume"><number>{volume}</number></detail><extent unit="page"><start>{n}</start>
<end>{last}</end></extent><date>{year}</date></part></relatedItem>
<identifier type="doi">10.1234/things.{n}</identifier>
<recordInfo><recordIdentifier>{n}</recordIdentifier></recordInfo></mods>
"""
_DUBLIN_CORE = """<record><header><identifier>oai:x:{n}</identifier></header><metadata>
<oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title xml:lang="en">A study of {n}</dc:title>
<dc:title xml:lang="uk">Дослідження {n}</dc:title><dc:creator>Writer, Ada</dc:creator>
<dc:date>{year}-05-03</dc:date><dc:type>info:eu-repo/semantics/article</dc:type>
<dc:identifier>10.1234/things.{n}</dc:identifier>
<dc:source>Journal of Things; Vol. {volume} No. 1 ({year}); {n}-{last}</dc:source>
</oai_dc:dc></metadata></record>
"""
_JATS = """<article xml:lang="en" article-type="research-article"><front><journal-meta>
<journal-title-group><journal-title>Journal of Things</journal-title></journal-title-group>
<issn pub-type="ppub">0028-0836</issn><publisher><publisher-name>Press</publisher-name></publisher>
</journal-meta><article-meta><article-id pub-id-type="doi">10.1234/things.{n}</article-id>
<title-group><article-title>A study of {n} and <italic>others</italic></article-title></title-group>
<contrib-group><contrib contrib-type="author"><name><surname>Writer</surname>
<given-names>Ada</given-names></name><xref ref-type="aff" rid="a1">1</xref></contrib>
</contrib-group>
<aff id="a1"><label>1</label>University of Somewhere</aff>
<pub-date pub-type="ppub"><month>5</month><year>{year}</year></pub-date><volume>{volume}</volume>
<issue>1</issue><fpage>{n}</fpage><lpage>{last}</lpage><abstract><p>This was found.</p></abstract>
<kwd-group><kwd>one</kwd></kwd-group></article-meta></front><body><p>Text.</p></body></article>
"""
_OAI = '<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/">\n<ListRecords>\n'
_CROSSREF = """<doi_record owner="10.5555" timestamp="2020-01-02 03:04:05"><crossref><journal>
<journal_metadata language="en"><full_title>Journal of Things</full_title>
<abbrev_title>J Things</abbrev_title><issn media_type="print">0028-0836</issn></journal_metadata>
<journal_issue><publication_date><year>{year}</year></publication_date><journal_volume>
<volume>{volume}</volume></journal_volume><issue>1</issue></journal_issue>
<journal_article><titles><title>A study of subject number {n} and its <i>wholly</i> separate results
</title></titles><contributors>
<person_name sequence="first" contributor_role="author"><given_name>Ada</given_name>
<surname>Writer</surname></person_name>
<person_name sequence="additional" contributor_role="author"><given_name>Jan</given_name>
<surname>Berg</surname></person_name></contributors>
<publication_date><month>01</month><year>{year}</year></publication_date>
<pages><first_page>{n}</first_page><last_page>{last}</last_page></pages>
<doi_data><doi>10.1234/things.{n}</doi><resource>https://example.org/{n}</resource></doi_data>
</journal_article></journal></crossref></doi_record>
"""
_DATACITE = """<resource xmlns="http://datacite.org/schema/kernel-4">
<identifier identifierType="DOI">10.1234/things.{n}</identifier>
<creators><creator><creatorName>Writer, Ada</creatorName><givenName>Ada</givenName>
<familyName>Writer</familyName></creator></creators>
<titles><title xml:lang="en">A study of subject number {n} and its separate results</title></titles>
<publisher>Example Press</publisher><publicationYear>{year}</publicationYear>
<resourceType resourceTypeGeneral="JournalArticle">Article</resourceType>
<subjects><subject>one</subject><subject>two</subject></subjects>
<relatedItems><relatedItem relatedItemType="Journal" relationType="IsPublishedIn">
<titles><title>Journal of Things</title></titles><volume>{volume}</volume>
<firstPage>{n}</firstPage><lastPage>{last}</lastPage></relatedItem></relatedItems>
</resource>
"""
SAMPLES = {
    "crossref-xml": Sample("<doi_records>\n", _CROSSREF, "</doi_records>\n"),
    "datacite-xml": Sample(
        '<resources xmlns="http://datacite.org/schema/kernel-4">\n', _DATACITE, "</resources>\n"
    ),
    "pubmed-xml": Sample("<PubmedArticleSet>\n", _PUBMED, "</PubmedArticleSet>\n"),
    "endnote-xml": Sample("<xml><records>\n", _ENDNOTE, "</records></xml>\n"),
    "jats": Sample("<pmc-articleset>\n", _JATS, "</pmc-articleset>\n"),
    "mods": Sample(
        '<modsCollection xmlns="http://www.loc.gov/mods/v3">\n', _MODS, "</modsCollection>\n"
    ),
    "dublin-core": Sample(_OAI, _DUBLIN_CORE, "</ListRecords></OAI-PMH>\n"),
}
"""Format -> a file of it."""
