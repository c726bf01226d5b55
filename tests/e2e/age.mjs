// Stands in for the command `age` 1.3, which not every system has: `age -d -i KEYS FILE` and `age -r RECIPIENT FILE`,
// both to standard output, by the package age-encryption, which the author of age wrote.
// Started as `node age.mjs MODULE ARGUMENTS`, for modules are not found beside a script that lies elsewhere.
import { readFileSync, writeSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [module, ...given] = process.argv.slice(2);
const age = await import(pathToFileURL(module));

function fail(message) {
  process.stderr.write(`age: error: ${message}\n`);
  process.exit(1);
}

async function decrypted(keys, file) {
  const opener = new age.Decrypter();
  for (const line of readFileSync(keys, "utf8").split("\n")) {
    if (line.trim() && !line.startsWith("#")) opener.addIdentity(line.trim());
  }
  return opener.decrypt(readFileSync(file));
}

async function encrypted(recipient, file) {
  const sealer = new age.Encrypter();
  sealer.addRecipient(recipient);
  return sealer.encrypt(readFileSync(file));
}

let made;
try {
  if (given.length === 4 && given[0] === "-d" && given[1] === "-i") made = await decrypted(given[2], given[3]);
  else if (given.length === 3 && given[0] === "-r") made = await encrypted(given[1], given[2]);
  else fail(`usage: ${given.join(" ")}`);
} catch (error) {
  fail(error.message);
}
for (let at = 0; at < made.length; ) at += writeSync(1, made, at);
