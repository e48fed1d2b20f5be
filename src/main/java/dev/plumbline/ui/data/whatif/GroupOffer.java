package dev.plumbline.ui.data.whatif;

import dev.plumbline.composition.Bin;
import dev.plumbline.composition.CompositionResult;
import dev.plumbline.composition.Facet;
import dev.plumbline.composition.FacetGroup;
import dev.plumbline.composition.Lexicon;
import dev.plumbline.composition.TargetShare;
import dev.plumbline.composition.WhatIfResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A group that could be given a share.
///
/// @param facet `mentions`, or the facet that it is a bar of
/// @param name list or bar
/// @param target the group with the share that it has now
record GroupOffer(String facet, String name, TargetShare target) {
  private static final int MOST_BARS = 20;
  private static final double UNKNOWN = 0.5;

  /// Term lists, then the most frequent bars of each facet.
  ///
  /// @param counted what the filter leaves, if it is known
  /// @param profile profile of the manifest, if there is one
  static List<GroupOffer> of(
      Lexicon lexicon, Optional<WhatIfResult> counted, Optional<CompositionResult> profile) {
    List<GroupOffer> offers = new ArrayList<>();
    for (String list : lexicon.terms().keySet()) {
      double share =
          counted
              .filter(result -> result.kept() > 0)
              .flatMap(result -> result.group(list).map(it -> (double) it.kept() / result.kept()))
              .orElse(UNKNOWN);
      offers.add(
          new GroupOffer(TargetShare.MENTIONS, list, TargetShare.mentions(list, rounded(share))));
    }
    profile.ifPresent(found -> found.facets().forEach(facet -> offers.addAll(of(facet))));
    return offers;
  }

  private static List<GroupOffer> of(Facet facet) {
    List<Bin> frequent =
        facet.bins().stream()
            .filter(bin -> bin.count() > 0)
            .sorted(Comparator.comparingLong(Bin::count).reversed())
            .limit(MOST_BARS)
            .toList();
    List<GroupOffer> offers = new ArrayList<>();
    for (Bin bin : facet.bins()) {
      FacetGroup.of(facet, bin)
          .filter(_ -> frequent.contains(bin))
          .ifPresent(
              share ->
                  offers.add(
                      new GroupOffer(
                          facet.name(), bin.key(), share.withShare(rounded(share.share())))));
    }
    return offers;
  }

  /// The share in steps of a tenth of a per cent.
  private static double rounded(double share) {
    return Math.rint(share * 1000) / 1000;
  }
}
