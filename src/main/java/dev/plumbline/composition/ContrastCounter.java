package dev.plumbline.composition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Adds up the cells of one test and which words of its attributes captions of X and of Y mention.
final class ContrastCounter {
  private final LexiconTest test;
  private final int x;
  private final int y;
  private final int a;
  private final int b;
  private final int[] placeOfTerm;
  private final List<Word> words = new ArrayList<>();
  private final long[] wordsOfX;
  private final long[] wordsOfY;
  private long xa;
  private long xb;
  private long ya;
  private long yb;
  private long overlap;
  private long targets;
  private long targetsA;
  private long targetsB;

  /// A word of an attribute.
  private record Word(String list, String term, int id) {}

  /// @param names names of the lists, in the order of their numbers
  ContrastCounter(LexiconTest test, TermMatcher matcher, List<String> names) {
    this.test = test;
    x = names.indexOf(test.x());
    y = names.indexOf(test.y());
    a = names.indexOf(test.a());
    b = names.indexOf(test.b());
    placeOfTerm = new int[matcher.terms()];
    Arrays.fill(placeOfTerm, -1);
    for (String list : List.of(test.a(), test.b())) {
      for (Map.Entry<String, Integer> term : matcher.ids().get(list).entrySet()) {
        if (placeOfTerm[term.getValue()] < 0) {
          placeOfTerm[term.getValue()] = words.size();
          words.add(new Word(list, term.getKey(), term.getValue()));
        }
      }
    }
    wordsOfX = new long[words.size()];
    wordsOfY = new long[words.size()];
  }

  /// Adds `rows` captions.
  ///
  /// @param found ids of the terms that they mention
  /// @param mentioned numbers of the lists that they mention
  void add(BitSet found, BitSet mentioned, long rows) {
    boolean ofX = mentioned.get(x);
    boolean ofY = mentioned.get(y);
    if (!ofX && !ofY) {
      return;
    }
    boolean ofA = mentioned.get(a);
    boolean ofB = mentioned.get(b);
    targets += rows;
    targetsA += ofA ? rows : 0;
    targetsB += ofB ? rows : 0;
    xa += ofX && ofA ? rows : 0;
    xb += ofX && ofB ? rows : 0;
    ya += ofY && ofA ? rows : 0;
    yb += ofY && ofB ? rows : 0;
    overlap += (ofX ? 1 : 0) + (ofY ? 1 : 0) > 1 && (ofA || ofB) || ofA && ofB ? rows : 0;
    for (int id = found.nextSetBit(0); id >= 0; id = found.nextSetBit(id + 1)) {
      int place = placeOfTerm[id];
      if (place >= 0) {
        wordsOfX[place] += ofX ? rows : 0;
        wordsOfY[place] += ofY ? rows : 0;
      }
    }
  }

  /// The caption association.
  ///
  /// @param lists captions that mention each list
  /// @param all captions
  CaptionAssociation association(long[] lists, long all) {
    return CaptionAssociations.of(
        test,
        new CaptionAssociations.Cells(xa, xb, ya, yb, overlap),
        lists[x],
        lists[y],
        lists[a],
        lists[b],
        all);
  }

  /// What lies beneath it.
  ///
  /// @param lists captions that mention each list
  /// @param terms captions that mention each term
  TargetContrast contrast(long[] lists, long[] terms) {
    TargetBalance balance =
        new TargetBalance(targets, lists[x], lists[y], targetsA, targetsB, xa, xb, ya, yb);
    long allX = Arrays.stream(wordsOfX).sum();
    long allY = Arrays.stream(wordsOfY).sum();
    double prior = words.stream().filter(word -> terms[word.id] > 0).count();
    double background = words.stream().mapToDouble(word -> terms[word.id]).sum();
    List<WordContrast> contrasts = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      if (wordsOfX[i] + wordsOfY[i] > 0) {
        Optional<DirichletLogOdds> logOdds =
            DirichletLogOdds.of(
                wordsOfX[i],
                allX,
                wordsOfY[i],
                allY,
                Math.min(prior, prior * terms[word.id] / background),
                prior);
        contrasts.add(
            new WordContrast(
                word.list, word.term, wordsOfX[i], wordsOfY[i], terms[word.id], logOdds));
      }
    }
    contrasts.sort(
        Comparator.comparingDouble(word -> -word.logOdds().map(DirichletLogOdds::z).orElse(0.0)));
    return new TargetContrast(test.id(), balance, prior, allX, allY, contrasts);
  }
}
