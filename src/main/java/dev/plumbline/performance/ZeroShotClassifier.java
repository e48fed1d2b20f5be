package dev.plumbline.performance;

import dev.plumbline.core.Arguments;
import dev.plumbline.core.FloatMatrix;
import dev.plumbline.core.PlumblineException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// How often does a model name the right class of an image it was never trained to classify?
///
/// Weight of a class: mean of its L2-normalised prompt embeddings (one prompt a template), made
/// unit length again. An image's logits are its cosines with the weights. acc1: share of images
/// whose own class has the largest logit; acc5: whose own class is among the five largest; among
/// equal logits the class of lower index goes first. acc5 is not defined with fewer than five
/// classes. Mean per-class recall: mean over the classes that have images of the share of their
/// images recognised, so that rare classes weigh as much as common ones. Computed in double from
/// float embeddings, shapes `[classes × templates, dims]` and `[images, dims]`.
///
/// Source: Radford et al. 2021, arXiv 2103.00020, section 3.1.4; as open_clip and CLIP_benchmark
/// compute it, whose scaling of logits by 100 changes no order.
public final class ZeroShotClassifier {
  private static final int TOP = 5;

  private final List<String> classes;
  private final double[][] weights;

  private ZeroShotClassifier(List<String> classes, double[][] weights) {
    this.classes = classes;
    this.weights = weights;
  }

  /// Makes a classifier from prompt embeddings.
  ///
  /// @param classes names of the classes, at least one
  /// @param prompts embeddings, all templates of the first class, then of the second, …
  /// @throws PlumblineException if a prompt's embedding is zero or not finite, or the embeddings of
  ///   a class cancel out
  public static ZeroShotClassifier of(List<String> classes, FloatMatrix prompts) {
    Arguments.check(!classes.isEmpty(), "a classifier needs a class");
    Arguments.check(
        prompts.rows() > 0 && prompts.rows() % classes.size() == 0,
        "every class needs the same number of prompts");
    int templates = prompts.rows() / classes.size();
    double[][] weights = new double[classes.size()][prompts.columns()];
    for (int c = 0; c < weights.length; c++) {
      for (int t = 0; t < templates; t++) {
        double[] prompt = row(prompts, c * templates + t);
        normalise(prompt, "The embedding of a prompt for class \"" + classes.get(c) + "\"");
        for (int j = 0; j < prompt.length; j++) {
          weights[c][j] += prompt[j] / templates;
        }
      }
      normalise(weights[c], "The mean embedding of class \"" + classes.get(c) + "\"");
    }
    return new ZeroShotClassifier(List.copyOf(classes), weights);
  }

  /// Classifies images and compares with their labels.
  ///
  /// @param images embeddings `[images, dims]`, at least one
  /// @param labels index of each image's class
  /// @throws PlumblineException if the model's images and texts differ in size, or an image's
  ///   embedding is zero or not finite
  public ZeroShotResult evaluate(FloatMatrix images, List<Integer> labels) {
    Arguments.check(images.rows() == labels.size(), "every image needs a label");
    Arguments.check(images.rows() > 0, "an evaluation needs an image");
    if (images.columns() != weights[0].length) {
      throw new PlumblineException(
          "Images have %d components but texts %d: both towers must belong to one model."
              .formatted(images.columns(), weights[0].length));
    }
    long[] n = new long[weights.length];
    long[] correct = new long[weights.length];
    long top = 0;
    for (int i = 0; i < images.rows(); i++) {
      int label = labels.get(i);
      int rank = rank(images, i, label);
      n[label]++;
      correct[label] += rank == 0 ? 1 : 0;
      top += rank < TOP ? 1 : 0;
    }
    return result(n, correct, top);
  }

  /// How many classes come before the label's.
  private int rank(FloatMatrix images, int i, int label) {
    double[] image = row(images, i);
    normalise(image, "The embedding of image " + (i + 1));
    double own = dot(image, weights[label]);
    int before = 0;
    for (int c = 0; c < weights.length; c++) {
      double logit = c == label ? own : dot(image, weights[c]);
      if (logit > own || (logit == own && c < label)) {
        before++;
      }
    }
    return before;
  }

  private ZeroShotResult result(long[] n, long[] correct, long top) {
    List<ClassRecall> perClass = new ArrayList<>();
    long images = 0;
    long right = 0;
    for (int c = 0; c < n.length; c++) {
      perClass.add(new ClassRecall(classes.get(c), n[c], correct[c]));
      images += n[c];
      right += correct[c];
    }
    double recall =
        perClass.stream()
            .map(ClassRecall::recall)
            .filter(OptionalDouble::isPresent)
            .mapToDouble(OptionalDouble::getAsDouble)
            .average()
            .orElseThrow();
    boolean five = n.length >= TOP;
    return new ZeroShotResult(
        (double) right / images,
        Wilson.interval(right, images),
        five ? OptionalDouble.of((double) top / images) : OptionalDouble.empty(),
        recall,
        perClass,
        images,
        five
            ? List.of()
            : List.of("acc5 is not defined: there are only %d classes.".formatted(n.length)));
  }

  private static double[] row(FloatMatrix matrix, int i) {
    double[] row = new double[matrix.columns()];
    for (int j = 0; j < row.length; j++) {
      row[j] = matrix.get(i, j);
    }
    return row;
  }

  private static void normalise(double[] vector, String what) {
    double norm = Math.sqrt(dot(vector, vector));
    if (!(norm > 0) || !Double.isFinite(norm)) {
      throw new PlumblineException(what + " is zero or not finite: the model cannot be evaluated.");
    }
    for (int j = 0; j < vector.length; j++) {
      vector[j] /= norm;
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += a[j] * b[j];
    }
    return sum;
  }
}
