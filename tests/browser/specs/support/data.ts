// The published files that some tests open. They are not part of the repository.
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { test } from "@playwright/test";

const top = fileURLToPath(new URL("../../../../", import.meta.url));
const folder = resolve(top, process.env.TRUST_GAP_DATA || "../shared/data");
const required = process.env.TRUST_GAP_DATA_REQUIRED === "1";

/**
 * The path of a published file, such as `2017-2018/320_ks4revised.csv`.
 *
 * Where there is no folder of published files the calling test is skipped, unless TRUST_GAP_DATA_REQUIRED=1: then it
 * fails. Call it inside a test.
 */
export function dataFile(name: string): string {
  test.skip(!required && !existsSync(folder), `no published files at ${folder} (TRUST_GAP_DATA names the folder)`);
  const path = resolve(folder, name);
  if (!existsSync(path)) throw new Error(`there is no ${path}: TRUST_GAP_DATA names the folder of published files`);
  return path;
}
