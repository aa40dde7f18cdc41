// Largest dot product of a query with a range of exemplars, all vectors of 96 signed 16-bit numbers. The host lays the memory out.

const length: i32 = 96;
const bytes: i32 = length * 2;

/** Writes, for every query, the largest dot product over exemplars [from, to) and its index, where it beats what is there. */
export function search(queries: usize, count: i32, exemplars: usize, from: i32, to: i32, best: usize, index: usize): void {
  for (let q: i32 = 0; q < count; q += 1) {
    const query = queries + <usize>(q * bytes);
    const q0 = v128.load(query, 0), q1 = v128.load(query, 16), q2 = v128.load(query, 32), q3 = v128.load(query, 48);
    const q4 = v128.load(query, 64), q5 = v128.load(query, 80), q6 = v128.load(query, 96), q7 = v128.load(query, 112);
    const q8 = v128.load(query, 128), q9 = v128.load(query, 144), q10 = v128.load(query, 160), q11 = v128.load(query, 176);
    let largest = load<i32>(best + <usize>(q << 2));
    let where = load<i32>(index + <usize>(q << 2));
    let at = exemplars + <usize>(from * bytes);
    for (let e = from; e < to; e += 1, at += bytes) {
      let a = i32x4.dot_i16x8_s(q0, v128.load(at, 0));
      let b = i32x4.dot_i16x8_s(q1, v128.load(at, 16));
      a = i32x4.add(a, i32x4.dot_i16x8_s(q2, v128.load(at, 32)));
      b = i32x4.add(b, i32x4.dot_i16x8_s(q3, v128.load(at, 48)));
      a = i32x4.add(a, i32x4.dot_i16x8_s(q4, v128.load(at, 64)));
      b = i32x4.add(b, i32x4.dot_i16x8_s(q5, v128.load(at, 80)));
      a = i32x4.add(a, i32x4.dot_i16x8_s(q6, v128.load(at, 96)));
      b = i32x4.add(b, i32x4.dot_i16x8_s(q7, v128.load(at, 112)));
      a = i32x4.add(a, i32x4.dot_i16x8_s(q8, v128.load(at, 128)));
      b = i32x4.add(b, i32x4.dot_i16x8_s(q9, v128.load(at, 144)));
      a = i32x4.add(a, i32x4.dot_i16x8_s(q10, v128.load(at, 160)));
      b = i32x4.add(b, i32x4.dot_i16x8_s(q11, v128.load(at, 176)));
      a = i32x4.add(a, b);
      const sum = i32x4.extract_lane(a, 0) + i32x4.extract_lane(a, 1) + i32x4.extract_lane(a, 2) + i32x4.extract_lane(a, 3);
      if (sum > largest) {
        largest = sum;
        where = e;
      }
    }
    store<i32>(best + <usize>(q << 2), largest);
    store<i32>(index + <usize>(q << 2), where);
  }
}
