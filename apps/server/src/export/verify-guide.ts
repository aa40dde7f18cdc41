/** What the guide says of one pack. */
export interface GuideFacts {
  readonly incidentId: string;
  readonly seal: string;
  readonly originalName: string;
  readonly originalSha256: string;
  /** Name of the profile's file in the pack; null where the video was compared with itself. */
  readonly profilePath: string | null;
  readonly budgetIncidentsPerDay: number;
  readonly versions: Readonly<Record<string, string>>;
}

/** The page of an evidence pack that says how to check it and how to come to the same answer again. */
export function verifyGuide(facts: GuideFacts): string {
  const { incidentId, seal, originalName, originalSha256, profilePath, budgetIncidentsPerDay, versions } = facts;
  const versionLines = Object.entries(versions).map(([name, version]) => `- ${name}: ${version}`);
  const commands = [
    ...(profilePath === null ? [] : ['mkdir -p again/profiles', `cp ${profilePath} again/profiles/evidence.vigil-profile`]),
    `DATA_DIR="$PWD/again" vigil analyse ORIGINAL${profilePath === null ? '' : ' --profile evidence'} --budget ${budgetIncidentsPerDay}/day --out again/result`,
  ];
  return `# Evidence pack of incident ${incidentId}

## Check that nothing was changed

With Vigil, offline, on the ZIP as it came:

    vigil verify evidence-${incidentId}.zip

The same by hand:

Every file has its SHA-256 in \`manifest.json\`, under \`files\`. With coreutils and jq, in the folder of the pack:

    jq -r '.files[] | "\\(.sha256)  \\(.path)"' manifest.json | sha256sum --check

The files are chained. Each \`link\` is the SHA-256 of four lines, joined by line feeds without one at the end: the link before, the path,
the size in bytes, the SHA-256 of the file. The first link before is the SHA-256 of the original. The last link is the seal:

    link=$(jq -r .original.sha256 manifest.json)
    jq -r '.files[] | "\\(.path)\\t\\(.sizeBytes)\\t\\(.sha256)"' manifest.json |
      { while IFS="$(printf '\\t')" read -r path size sha; do
          link=$(printf '%s\\n%s\\n%s\\n%s' "$link" "$path" "$size" "$sha" | sha256sum | cut -d' ' -f1)
        done; echo "$link"; }

It must print the seal of this pack:

    ${seal}

The server that made the pack entered the same seal in its audit log, as \`incident.export-evidence\` of \`incident:${incidentId}\`. A pack
whose seal is in that log is the one that was made.

## Check the original

The pack belongs to the file ${JSON.stringify(originalName)} with the SHA-256

    ${originalSha256}

\`sha256sum\` of that file must print the same.

## Come to the same answer again

The same file, profile and budget give the same answer with the same versions:

${versionLines.join('\n')}

In the folder of the pack:

${commands.map((command) => `    ${command}`).join('\n')}

\`again/result/incidents.json\` then holds the same incidents as \`analysis-result.json\`: times, kinds, scores, p-values, evidence. Only what
is made of names differs: ids of incidents, names of sources and files.
`;
}
