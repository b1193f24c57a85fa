// Figures computed from school files and group links, and what the page Data says and does about them.
import { expect, test } from "@playwright/test";
import type { Page } from "@playwright/test";
import {
  GROUP_LINKS,
  OLDER_SCHOOL_FILE,
  SCHOOL_FILE,
  card,
  download,
  drop,
  finding,
  go,
  open,
  openWith,
  published,
  row,
  topTen,
  trustFile,
  written,
  ranked,
} from "./support/page.ts";
import type { Dropped } from "./support/page.ts";
import { zip } from "./support/zip.ts";

const SCHOOLS = "england_ks4final_header_and_sample_rows.csv";
const LINKS = "group_links_2022-03.csv";
const TRUSTS = "england_ks4-mats-performance.csv";
const ROSELAND = "The Roseland Multi Academy Trust";
const PNG = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");

const schools = (): Dropped => published(SCHOOL_FILE);
const links = (): Dropped => published(GROUP_LINKS);

/** The Roseland trust stands there with the figure that its schools give. */
async function expectRoselandComputed(page: Page): Promise<void> {
  await expect(finding(page)).toHaveText("The South West is the only region with a figure: 21.6% (of the 1 trust loaded)");
  await expect(page.locator(".file-counts")).toHaveText("2022/23 · 1 eligible trust");
  await expect.poll(async () => ranked(await topTen(page, "South West"))).toEqual([`1${ROSELAND}21.6`]);
}

/** The school file without anything that tells its year. */
function withoutYear(): Dropped {
  const text = schools().bytes.toString("latin1");
  const end = text.indexOf("\n");
  // The columns of earlier years identify the year.
  const head = text.slice(0, end).replace(/_21(?=_|,|\r|$)/g, "_BEFORE").replace(/_22(?=_|,|\r|$)/g, "_LATER");
  return { name: "schools.csv", bytes: Buffer.from(head + text.slice(end), "latin1") };
}

test("the school file and the group links, dropped together, give the trust's figure", async ({ page }) => {
  const problems = await openWith(page, schools(), links());
  await expectRoselandComputed(page);

  await go(page, "Data");
  const files = page.getByRole("table", { name: "Files in use" });
  await expect(files.locator("tbody tr")).toHaveCount(2);
  const cells = async (name: string): Promise<string[]> => (await row(files, name)).slice(0, 6);
  expect(await cells(SCHOOLS)).toEqual([
    SCHOOLS,
    "the school performance file",
    "2022/23",
    "6 rows: 3 schools",
    "UTF-8",
    "0",
  ]);
  const ofLinks = await cells(LINKS);
  expect(ofLinks[1]).toBe("the group links from Get Information About Schools");
  expect(ofLinks[3]?.replaceAll(",", "")).toBe("20395 rows: 8737 memberships");

  const joins = card(page, "Schools and their trusts, 2022/23");
  await expect(joins.getByRole("listitem").first()).toHaveText("In a multi-academy trust, according to the group links: 3 of 3 schools.");
  await expect(joins).toContainText("8,734 memberships");
  await expect(card(page, "Published and computed, side by side")).toHaveCount(0);
  expect(problems).toEqual([]);
});

test("the files give the same result one after another, in any order", async ({ page }) => {
  await openWith(page, links());
  await expect(finding(page)).toHaveText("The group links are here, but the schools’ results are still missing");
  await drop(page, schools());
  await expectRoselandComputed(page);

  await openWith(page, schools());
  await expect(finding(page)).toHaveText("The trust of each school is still missing (3 schools, 2022/23)");
  await expect(page.locator(".lead")).toContainText("Add all group links from Get Information About Schools");
  await drop(page, links());
  await expectRoselandComputed(page);
});

test("with the trust file, published and computed figures are side by side", async ({ page }) => {
  await openWith(page, schools(), links());
  await expectRoselandComputed(page);
  await expect(page.getByLabel("Trusts’ figures")).toHaveCount(0);
  await drop(page, trustFile());
  await expect(page.getByLabel("Trusts’ figures").locator("option")).toHaveText([
    "Computed from schools",
    "As published for trusts",
  ]);
  // The schools of one trust do not replace the published figures of all.
  await expect(page.locator(".file-counts")).toHaveText("2022/23 · 216 eligible trusts · 4 of 216 trusts suppressed");
  await page.getByLabel("Trusts’ figures").selectOption("Computed from schools");
  await expectRoselandComputed(page);

  await go(page, "Data");
  const beside = card(page, "Published and computed, side by side").getByRole("table");
  await expect(beside).toBeVisible();
  expect(await row(beside, ROSELAND)).toEqual([ROSELAND, "22", "21.6", "−0.4"]);
  expect(await row(beside, "Activate Learning Education Trust")).toEqual([
    "Activate Learning Education Trust",
    "20",
    "no results",
    "–",
  ]);
  const csv = await download(page, "published-and-computed.csv");
  expect(csv).toMatch(/^The Roseland Multi Academy Trust,22,21\.6,-0\.4,/m);

  await go(page, "Regions");
  await page.getByLabel("Trusts’ figures").selectOption("As published for trusts");
  await expect(page.locator(".file-counts")).toHaveText("2022/23 · 216 eligible trusts · 4 of 216 trusts suppressed");
  await expect(finding(page)).toContainText("London is the only region where more than a third");
  await page.getByLabel("Trusts’ figures").selectOption("Computed from schools");
  await expectRoselandComputed(page);
});

test("both are read from one ZIP archive, and its other files are named", async ({ page }) => {
  const archive = zip(
    { path: "2022-2023/", bytes: Buffer.alloc(0), stored: true },
    { path: `2022-2023/england/${SCHOOLS}`, bytes: schools().bytes },
    { path: `gias/all group links/${LINKS}`, bytes: links().bytes },
    { path: "2022-2023/guide.pdf", bytes: Buffer.from("%PDF-1.7\n%\u00e2\u00e3"), stored: true },
    { path: "readme.txt", bytes: Buffer.from("Thank you for downloading.\n") },
    { path: "__MACOSX/2022-2023/._guide.pdf", bytes: Buffer.from("Mac OS X") },
  );
  const problems = await openWith(page, { name: "performance tables.zip", bytes: archive });
  await expectRoselandComputed(page);
  // The other says that the file covers part of the country.
  await expect(page.locator(".remarks li")).toHaveCount(2);
  const remarks = page.locator(".remarks li").filter({ hasText: "skipped" });
  await expect(remarks).toContainText("2 files in the archive were skipped: ");
  await expect(remarks).toContainText("guide.pdf (the file is a PDF document, not a CSV file)");
  await expect(remarks).toContainText("readme.txt (");
  await expect(page.getByRole("alert").filter({ hasText: "not used" })).toHaveCount(0);

  await go(page, "Data");
  const files = page.getByRole("table", { name: "Files in use" });
  await expect(files.locator("tbody tr")).toHaveCount(2);
  await expect(files).toContainText("performance tables.zip");
  await expect(files).toContainText(SCHOOLS);
  expect(problems).toEqual([]);
});

test("a damaged archive and a workbook are refused, with what to do", async ({ page }) => {
  await openWith(page, schools(), links());
  await expectRoselandComputed(page);
  const whole = zip({ path: SCHOOLS, bytes: schools().bytes });
  const twisted = zip({ path: SCHOOLS, bytes: schools().bytes, stored: true });
  twisted.writeUInt8(twisted.readUInt8(2_000) ^ 0xff, 2_000);
  const bomb = zip({ path: "blanks.csv", bytes: Buffer.alloc(20 * 1024 * 1024, 32) });
  const workbook = zip(
    { path: "[Content_Types].xml", bytes: Buffer.from("<Types/>") },
    { path: "xl/workbook.xml", bytes: Buffer.from("<workbook/>") },
  );
  const cases: [string, Buffer, string, string][] = [
    ["cut.zip", whole.subarray(0, 3_000), "The list of files in the ZIP archive cannot be read.", "Download it again"],
    ["twisted.zip", twisted, `“${SCHOOLS}” does not match its checksum in the archive.`, "Download it again"],
    ["bomb.zip", bomb, "times its size, but at most 200 times can be read.", "Download it from its publisher"],
    ["empty.zip", zip(), "the archive is empty.", "Choose the archive as downloaded"],
    ["book.xlsx", workbook, "The file is an Excel workbook (.xlsx)", "save the sheet as CSV"],
  ];
  for (const [name, bytes, what, remedy] of cases) {
    await drop(page, { name, bytes });
    const alert = page.getByRole("alert").filter({ hasText: name });
    await expect(alert).toContainText(what);
    await expect(alert).toContainText(remedy);
    await expect(alert).toBeFocused();
    await expect(alert.getByRole("button", { name: "Say what its columns are" })).toHaveCount(0);
    await expectRoselandComputed(page);
  }
});

test("an older school file is read whole, and says what is missing", async ({ page }) => {
  const problems = await openWith(page, published(OLDER_SCHOOL_FILE));
  await expect(finding(page)).toHaveText("The trust of each school is still missing (25 schools, 2017/18)");
  await go(page, "Data");
  const files = page.getByRole("table", { name: "Files in use" });
  expect((await row(files, "320_ks4revised.csv")).slice(1, 6)).toEqual([
    "the school performance file",
    "2017/18",
    "28 rows: 25 schools",
    "UTF-8",
    "0",
  ]);
  const unplaced = page.getByRole("table", { name: "Schools that do not count, and why" });
  await expect(unplaced.locator("tbody tr")).toHaveCount(25);
  await expect(unplaced).toContainText("add the group links");
  await drop(page, links());
  await expect(card(page, "Schools and their trusts, 2017/18")).toContainText("8 of 25 schools");
  expect(problems).toEqual([]);
});

test("if the year is unknown, the user is asked, and the answer shows the figures", async ({ page }) => {
  await openWith(page, withoutYear(), links());
  await expect(finding(page)).toHaveText("Which year are these results for?");
  await expect(page.locator(".lead")).toContainText("Neither the file nor its name gives the year");
  await go(page, "Data");
  await expect(card(page, "Which year are these results for?")).toBeVisible();
  await page.getByLabel("Academic year of the results").selectOption("2022/23");
  await expect(card(page, "Which year are these results for?")).toHaveCount(0);
  expect((await row(page.getByRole("table", { name: "Files in use" }), "schools.csv"))[2]).toBe("2022/23");
  await go(page, "Regions");
  await expectRoselandComputed(page);
});

test("the year is asked for on the first page, too", async ({ page }) => {
  await openWith(page, withoutYear(), links());
  await page.getByLabel("Academic year of the results").selectOption("2022/23");
  await expectRoselandComputed(page);
});

test("a file can be removed; after the last one the demonstration is back", async ({ page }) => {
  await openWith(page, schools(), links());
  await expectRoselandComputed(page);
  await go(page, "Data");
  await page.getByRole("button", { name: `Remove ${LINKS}` }).click();
  await expect(page.getByRole("status").first()).toContainText(`${LINKS} removed`);
  await expect(page.locator(".file-name")).toHaveText(SCHOOLS);
  await expect(card(page, /^Schools and their trusts/)).toHaveCount(0);
  await go(page, "Regions");
  await expect(finding(page)).toHaveText("The trust of each school is still missing (3 schools, 2022/23)");

  await go(page, "Data");
  await page.getByRole("button", { name: `Remove ${SCHOOLS}` }).click();
  await expect(page.locator(".remarks li")).toHaveText(
    `${SCHOOLS} was the last file: the demonstration is shown again.`,
  );
  await expect(page.getByRole("table", { name: "Files in use" })).toContainText("(made up)");
  await expect(page.getByRole("button", { name: /^Remove/ })).toHaveCount(0);
  await go(page, "Regions");
  await expect(page.getByText("Made-up demonstration data", { exact: true })).toBeVisible();
});

test("a file can be replaced, and a bad one in its place loses nothing", async ({ page }) => {
  await openWith(page, schools(), links());
  await expectRoselandComputed(page);
  await go(page, "Data");
  const replace = async (former: string, by: Dropped): Promise<void> => {
    const chooser = page.waitForEvent("filechooser");
    await page.locator("button", { hasText: "Replace" }).and(page.getByLabel(`Replace ${former}`)).click();
    await (await chooser).setFiles({ name: by.name, mimeType: "text/csv", buffer: by.bytes });
  };
  const names = page.getByRole("table", { name: "Files in use" }).locator("tbody th");

  await replace(SCHOOLS, { name: "picture.csv", bytes: PNG });
  await expect(page.getByRole("alert").filter({ hasText: "picture.csv" })).toContainText("What you had before is still here.");
  await expect(names).toHaveText([SCHOOLS, LINKS]);

  // It has another year, so the former file is gone only because it was replaced.
  await replace(SCHOOLS, published(OLDER_SCHOOL_FILE));
  await expect(names).toHaveText([LINKS, "320_ks4revised.csv"]);
  await replace("320_ks4revised.csv", schools());
  await expect(names).toHaveText([LINKS, SCHOOLS]);

  // After the replacement, a dropped file is added to the others again.
  await drop(page, trustFile());
  await expect(names).toHaveText([LINKS, SCHOOLS, TRUSTS]);
});

test("a table replaces a file once its columns are explained", async ({ page }) => {
  await openWith(page, trustFile());
  await go(page, "Data");
  const chooser = page.waitForEvent("filechooser");
  await page.locator("button", { hasText: "Replace" }).and(page.getByLabel(`Replace ${TRUSTS}`)).click();
  const mine = "Chain,Region,Year,EM5 PP\nOne,London,2018/19,40\n";
  await (await chooser).setFiles({ name: "mine.csv", mimeType: "text/csv", buffer: Buffer.from(mine) });
  await page.getByRole("button", { name: "Say what its columns are" }).click();
  await page.getByLabel("Trust", { exact: true }).selectOption("Chain");
  await page.getByRole("button", { name: "Use this file" }).click();
  const names = page.getByRole("table", { name: "Files in use" }).locator("tbody th");
  await expect(names).toHaveText(["mine.csv"]);
});

test("problems and exclusions can be downloaded", async ({ page }) => {
  const text = schools().bytes.toString("latin1").split("\n");
  // One school lacks its number, and one has an invalid figure.
  const damaged = text.map((line) => line.replace(/^(1,908,\d+,)136572,/, "$1abc,")).join("\n");
  await openWith(page, { name: "england_ks4final.csv", bytes: Buffer.from(damaged, "latin1") }, links(), trustFile());
  await page.getByLabel("Trusts’ figures").selectOption("Computed from schools");
  await go(page, "Data");
  const problems = await download(page, "problems.csv");
  expect(problems.split("\n")[0]).toBe("File,Line,Column,Value,Problem,What to do");
  expect(problems).toMatch(/^england_ks4final\.csv,3,URN,abc,/m);
  await expect(card(page, "Problems in the files").locator("tbody tr")).toHaveCount(1);

  const trusts = await download(page, "trusts-left-out.csv");
  expect(trusts.split("\n")[0]).toMatch(/^Trust,Lead region,Reason,Measure,/);
  expect(trusts).toMatch(/^The Roseland Multi Academy Trust,–,"?not eligible: .*2/m);
  // There are more than the page lists.
  await expect(card(page, "Trusts left out, and why").locator("tbody tr")).toHaveCount(200);
  await expect(card(page, "Trusts left out, and why")).toContainText(/and [\d,]+ further rows, all in the download/);
  expect(trusts.trim().split("\n").length).toBeGreaterThan(1_300);
});

test("every school that does not count is listed with its reason", async ({ page }) => {
  // Falmouth as a special school.
  const text = schools().bytes.toString("latin1").replace(/^(1,908,4152,137223,.*?),ACC,/m, "$1,ACS,");
  await openWith(page, { name: "england_ks4final.csv", bytes: Buffer.from(text, "latin1") }, links());
  await expect(finding(page)).toContainText(/^There are no eligible trusts under these rules/);
  await go(page, "Data");
  const left = await download(page, "schools-left-out.csv");
  expect(left.split("\n")[0]).toMatch(/^School,URN,Reason/);
  expect(left).toMatch(/^Falmouth School,137223,/m);
});

test("a problem in one row is no reason to refuse the others", async ({ page }) => {
  const head = "RECTYPE,LEA,URN,SCHNAME,NFTYPE,TPUP,TFSM6CLA1A,PTFSM6CLA1ABASICS_95";
  const rows = ["1,908,137223,Falmouth School,ACC,147,43,28%", "1,908,136572,The Roseland Academy,ACC,129,18,often"];
  await openWith(page, written("202223_schools.csv", [head, ...rows].join("\n")));
  await go(page, "Data");
  const problems = card(page, "Problems in the files").getByRole("table");
  await expect(problems.locator("tbody tr")).toHaveCount(1);
  await expect(problems.locator("tbody tr")).toContainText("202223_schools.csv3PTFSM6CLA1ABASICS_95often");
});

test("the second school file of a year replaces the first", async ({ page }) => {
  await openWith(page, schools(), links());
  await expectRoselandComputed(page);
  await drop(page, { ...schools(), name: "202223_revised.csv" });
  const replaced = page.locator(".remarks li").filter({ hasText: " replaces " });
  await expect(replaced).toHaveText(`202223_revised.csv replaces ${SCHOOLS} for 2022/23.`);
  await drop(page, { ...links(), name: "newer_links.csv" });
  await expect(replaced).toHaveText(`newer_links.csv replaces ${LINKS}.`);
  await expectRoselandComputed(page);
});

test("a page that is opened without files does not ask for any", async ({ page }) => {
  await open(page);
  await expect(page.getByLabel("Academic year of the results")).toHaveCount(0);
});
