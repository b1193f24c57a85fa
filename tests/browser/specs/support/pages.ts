// Every page by its address, with an element that shows that it has loaded.

/** Pages on the demonstration and on files alike. */
export const EVERY_PAGE: [hash: string, there: string][] = [
  ["regions", "details.top-ten >> nth=8"],
  ["top-ten/south-west", "section.rank-ranges svg.picture"],
  ["trusts", "main table tbody tr >> nth=20"],
  ["region/south-west", "section.rank-ranges svg.picture"],
  ["school/990002", "h1"],
  ["compare", "h1"],
  ["funnel", "section.card svg.picture"],
  ["robustness", "section.specification-curve svg.picture, section.listed table"],
  ["spread", "section.trusts-by-region svg.picture"],
  ["trend", "h1"],
  ["combined", "section.listed table"],
  ["data", "section.card"],
  ["method", "section.glossary"],
  ["report/south-west", ".report .picture"],
];
