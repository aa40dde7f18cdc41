import { expect, it } from 'vitest';
import { encodeHeader, MessageReader, type Message } from './message-stream.ts';

function readAll(bytes: Buffer, chunkBytes: number): Message<object>[] {
  const messages: Message<object>[] = [];
  const reader = new MessageReader<object>((message) => messages.push(message));
  for (let offset = 0; offset < bytes.length; offset += chunkBytes) reader.push(bytes.subarray(offset, offset + chunkBytes));
  return messages;
}

it.each([1, 3, 8, 1000])('cuts a stream in pieces of %i bytes into its messages', (chunkBytes) => {
  const picture = Uint8Array.from({ length: 50 }, (_, index) => index);
  const bytes = Buffer.concat([
    encodeHeader({ name: 'é\n' }, 50),
    picture,
    encodeHeader({}, 0),
    encodeHeader({ last: true }, 1),
    Buffer.from([9]),
  ]);
  expect(readAll(bytes, chunkBytes)).toEqual([
    { header: { name: 'é\n' }, data: picture },
    { header: {}, data: new Uint8Array() },
    { header: { last: true }, data: Uint8Array.from([9]) },
  ]);
});

it('refuses bytes that are no message', () => {
  expect(() => readAll(Buffer.alloc(16, 0xff), 16)).toThrow(RangeError);
  expect(() => readAll(encodeHeader({}, 2 ** 31), 16)).toThrow(RangeError);
  expect(() => readAll(Buffer.from('0200000000000000{}x', 'latin1').fill(0, 1, 8).fill(2, 0, 1), 16)).toThrow(SyntaxError);
});
