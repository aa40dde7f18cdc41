const packetBytes = 188;
const firstTablePid = 0x100;

/** Transport packets (ISO/IEC 13818-1, 2.4) with tables that announce programs and their streams, and nothing else. */
export function transportTables(programs: number, streamsEach: number): Buffer {
  const packets: Buffer[] = [];
  // 40 programs fill a section of one packet; every section replaces the ones before only where its number is the same.
  for (let first = 0, section = 0; first < programs; first += 40, section += 1) {
    const entries = Array.from({ length: Math.min(40, programs - first) }, (_, index) => {
      const program = first + index + 1;
      return [program >> 8, program & 255, 0xe0 | (pidOf(program) >> 8), pidOf(program) & 255];
    });
    packets.push(tablePacket(0, sectionBytes(0, 1, section & 255, entries.flat())));
  }
  for (let program = 1; program <= programs; program += 1) {
    for (let from = 0; from < streamsEach; from += 30) {
      const streams = Array.from({ length: Math.min(30, streamsEach - from) }, (_, index) => {
        const pid = (pidOf(program) + 1 + from + index) & 0x1fff;
        return [0x1b, 0xe0 | (pid >> 8), pid & 255, 0xf0, 0];
      });
      packets.push(tablePacket(pidOf(program), sectionBytes(2, program, 0, [0xe1, 0, 0xf0, 0, ...streams.flat()])));
    }
  }
  return Buffer.concat(packets);
}

function pidOf(program: number): number {
  return (firstTablePid + program) & 0x1fff;
}

function sectionBytes(tableId: number, id: number, section: number, contents: readonly number[]): Buffer {
  const length = 9 + contents.length;
  const head = [tableId, 0xb0 | (length >> 8), length & 255, id >> 8, id & 255, 0xc1, section, 255, ...contents];
  const bytes = Buffer.from(head);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32Mpeg(bytes));
  return Buffer.concat([bytes, check]);
}

function tablePacket(pid: number, section: Buffer): Buffer {
  const packet = Buffer.alloc(packetBytes, 0xff);
  Buffer.from([0x47, 0x40 | (pid >> 8), pid & 255, 0x10, 0]).copy(packet);
  section.copy(packet, 5);
  return packet;
}

/** CRC of MPEG sections: polynomial 0x04c11db7, not reflected (ISO/IEC 13818-1, annex A). */
function crc32Mpeg(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte << 24;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 0x80000000 ? (crc << 1) ^ 0x04c11db7 : crc << 1;
  }
  return crc >>> 0;
}
