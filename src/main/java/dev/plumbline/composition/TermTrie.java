package dev.plumbline.composition;

import java.util.Arrays;

/// Terms as a tree of characters: finds all terms that start at a position in one walk.
///
/// The edges lie in one open-addressing table, keyed by node and character; which characters start
/// a term is known without it.
final class TermTrie {
  private static final int NONE = -1;
  private static final long EMPTY = -1;

  private final boolean[] first = new boolean[Character.MAX_VALUE + 1];

  private long[] keys = new long[64];
  private int[] children = new int[64];
  private int[] terms = new int[64];
  private int nodes = 1;

  TermTrie() {
    Arrays.fill(keys, EMPTY);
    Arrays.fill(terms, NONE);
  }

  /// Adds a term that is not empty and not yet there.
  void add(char[] term, int id) {
    first[term[0]] = true;
    int node = 0;
    for (char c : term) {
      int child = child(node, c);
      if (child == NONE) {
        child = nodes++;
        put(key(node, c), child);
      }
      node = child;
    }
    if (node >= terms.length) {
      int length = terms.length;
      terms = Arrays.copyOf(terms, Math.max(node + 1, length * 2));
      Arrays.fill(terms, length, terms.length, NONE);
    }
    terms[node] = id;
  }

  /// Whether a term starts with a character.
  boolean starts(char c) {
    return first[c];
  }

  /// The node reached from `node` (0 is the root) by a character, -1 if there is none.
  int child(int node, char c) {
    long key = key(node, c);
    int slot = slot(key, keys.length);
    while (keys[slot] != EMPTY) {
      if (keys[slot] == key) {
        return children[slot];
      }
      slot = slot + 1 & keys.length - 1;
    }
    return NONE;
  }

  /// The term that ends at a node, -1 if none does.
  int term(int node) {
    return node < terms.length ? terms[node] : NONE;
  }

  private void put(long key, int child) {
    if (nodes * 2 > keys.length) {
      grow();
    }
    int slot = slot(key, keys.length);
    while (keys[slot] != EMPTY) {
      slot = slot + 1 & keys.length - 1;
    }
    keys[slot] = key;
    children[slot] = child;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldChildren = children;
    keys = new long[oldKeys.length * 2];
    children = new int[oldKeys.length * 2];
    Arrays.fill(keys, EMPTY);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != EMPTY) {
        int slot = slot(oldKeys[i], keys.length);
        while (keys[slot] != EMPTY) {
          slot = slot + 1 & keys.length - 1;
        }
        keys[slot] = oldKeys[i];
        children[slot] = oldChildren[i];
      }
    }
  }

  private static long key(int node, char c) {
    return (long) node << Character.SIZE | c;
  }

  private static int slot(long key, int size) {
    long mixed = key * 0x9e3779b97f4a7c15L;
    return (int) (mixed >>> 40) & size - 1;
  }
}
