package dev.plumbline.composition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicSuffixesTest {
  /// The list's own cases (publicsuffix.org, tests/test_psl.txt, public domain); `null`: no
  /// registrable domain. The two of `city.kobe.jp` are as the published algorithm has them.
  @ParameterizedTest
  @CsvSource({
    "COM, null",
    "example.COM, example.com",
    "WwW.example.COM, example.com",
    ".com, null",
    ".example, null",
    ".example.com, null",
    ".example.example, null",
    "example, null",
    "example.example, example.example",
    "b.example.example, example.example",
    "a.b.example.example, example.example",
    "biz, null",
    "domain.biz, domain.biz",
    "b.domain.biz, domain.biz",
    "a.b.domain.biz, domain.biz",
    "com, null",
    "example.com, example.com",
    "b.example.com, example.com",
    "a.b.example.com, example.com",
    "uk.com, null",
    "example.uk.com, example.uk.com",
    "b.example.uk.com, example.uk.com",
    "a.b.example.uk.com, example.uk.com",
    "test.ac, test.ac",
    "mm, null",
    "c.mm, null",
    "b.c.mm, b.c.mm",
    "a.b.c.mm, b.c.mm",
    "jp, null",
    "test.jp, test.jp",
    "www.test.jp, test.jp",
    "ac.jp, null",
    "test.ac.jp, test.ac.jp",
    "www.test.ac.jp, test.ac.jp",
    "kyoto.jp, null",
    "test.kyoto.jp, test.kyoto.jp",
    "ide.kyoto.jp, null",
    "b.ide.kyoto.jp, b.ide.kyoto.jp",
    "a.b.ide.kyoto.jp, b.ide.kyoto.jp",
    "c.kobe.jp, null",
    "b.c.kobe.jp, b.c.kobe.jp",
    "a.b.c.kobe.jp, b.c.kobe.jp",
    "city.kobe.jp, city.kobe.jp",
    "www.city.kobe.jp, city.kobe.jp",
    "ck, null",
    "test.ck, null",
    "b.test.ck, b.test.ck",
    "a.b.test.ck, b.test.ck",
    "www.ck, www.ck",
    "www.www.ck, www.ck",
    "us, null",
    "test.us, test.us",
    "www.test.us, test.us",
    "ak.us, null",
    "test.ak.us, test.ak.us",
    "www.test.ak.us, test.ak.us",
    "k12.ak.us, null",
    "test.k12.ak.us, test.k12.ak.us",
    "www.test.k12.ak.us, test.k12.ak.us",
    "食狮.com.cn, 食狮.com.cn",
    "食狮.公司.cn, 食狮.公司.cn",
    "www.食狮.公司.cn, 食狮.公司.cn",
    "shishi.公司.cn, shishi.公司.cn",
    "公司.cn, null",
    "食狮.中国, 食狮.中国",
    "www.食狮.中国, 食狮.中国",
    "shishi.中国, shishi.中国",
    "中国, null",
    "xn--85x722f.com.cn, xn--85x722f.com.cn",
    "xn--85x722f.xn--55qx5d.cn, xn--85x722f.xn--55qx5d.cn",
    "www.xn--85x722f.xn--55qx5d.cn, xn--85x722f.xn--55qx5d.cn",
    "shishi.xn--55qx5d.cn, shishi.xn--55qx5d.cn",
    "xn--55qx5d.cn, null",
    "xn--85x722f.xn--fiqs8s, xn--85x722f.xn--fiqs8s",
    "www.xn--85x722f.xn--fiqs8s, xn--85x722f.xn--fiqs8s",
    "shishi.xn--fiqs8s, shishi.xn--fiqs8s",
    "xn--fiqs8s, null"
  })
  void theListsOwnCases(String host, String domain) {
    String lower = host.toLowerCase(Locale.ROOT);
    assertEquals(
        domain.equals("null") ? lower : domain, PublicSuffixes.bundled().domain(lower), host);
  }

  @ParameterizedTest
  @CsvSource({
    "alice.github.io, alice.github.io",
    "www.alice.github.io, alice.github.io",
    "github.io, github.io",
    "s3.amazonaws.com, s3.amazonaws.com",
    "a.bucket.s3.amazonaws.com, bucket.s3.amazonaws.com",
    "ec2.amazonaws.com, amazonaws.com",
    "1.bp.blogspot.com, bp.blogspot.com",
    "_dmarc.example.com, example.com",
    "a_b.co.uk, a_b.co.uk",
    "192.168.0.1, 192.168.0.1",
    "1.2.3, 1.2.3",
    "a.0x7f, a.0x7f",
    "[2001:db8::1], [2001:db8::1]",
    "a..example.com, a..example.com",
    "3.example.3d, example.3d",
    "127.0.0.1.example.org, example.org"
  })
  void privateSuffixesCountAndWhatHasNoDomainStaysWhole(String host, String domain) {
    assertEquals(domain, PublicSuffixes.bundled().domain(host));
  }

  /// The algorithm as it is published, over rules as lists of labels.
  private static String byTheBook(String host, List<String> rules) {
    List<String> labels = List.of(host.split("[.]"));
    int suffix = 1;
    boolean excepted = false;
    for (String rule : rules) {
      boolean exception = rule.startsWith("!");
      List<String> own = List.of((exception ? rule.substring(1) : rule).split("[.]"));
      boolean fits = own.size() <= labels.size();
      for (int i = 1; fits && i <= own.size(); i++) {
        String label = own.get(own.size() - i);
        fits = label.equals("*") || label.equals(labels.get(labels.size() - i));
      }
      if (fits && exception) {
        suffix = own.size() - 1;
        excepted = true;
      } else if (fits && !excepted) {
        suffix = Math.max(suffix, own.size());
      }
    }
    int from = Math.max(0, labels.size() - suffix - 1);
    return String.join(".", labels.subList(from, labels.size()));
  }

  /// A host made of the ends of rules and of other labels.
  static String random(Random random, List<String> rules) {
    String rule = rules.get(random.nextInt(rules.size())).replaceFirst("^[!]", "");
    String end = rule.replace("*", random.nextBoolean() ? "x" : "www");
    if (random.nextInt(4) == 0) {
      end = end.substring(end.indexOf('.') + 1);
    }
    String host = random.nextInt(12) == 0 ? "y.unlisted" : end;
    for (int i = random.nextInt(4); i > 0; i--) {
      host = List.of("a", "www", "city", "co", "s3", "食", "_x").get(random.nextInt(7)) + "." + host;
    }
    return host;
  }

  /// The bundled rules as they are written.
  static List<String> rules() {
    List<String> rules = new ArrayList<>(new TreeSet<>(PublicSuffixes.bundled().exact()));
    new TreeSet<>(PublicSuffixes.bundled().wild()).forEach(rule -> rules.add("*." + rule));
    new TreeSet<>(PublicSuffixes.bundled().exceptions()).forEach(rule -> rules.add("!" + rule));
    return rules;
  }

  @Test
  void randomHostsAreAsByTheBook() {
    List<String> rules = rules();
    Random random = new Random(9);
    for (int i = 0; i < 2000; i++) {
      String host = random(random, rules);
      assertEquals(byTheBook(host, rules), PublicSuffixes.bundled().domain(host), host);
    }
  }

  @Test
  void randomRulesAreAsByTheBook() {
    Random random = new Random(10);
    for (int round = 0; round < 300; round++) {
      TreeSet<String> rules = new TreeSet<>();
      for (int i = random.nextInt(8); i > 0; i--) {
        String rule = name(random, 1 + random.nextInt(3));
        rules.add(rule);
        if (random.nextInt(3) == 0) {
          rules.add("*." + rule);
          if (rule.length() == 1) {
            rules.add("!" + name(random, 1) + "." + rule);
          }
        }
      }
      PublicSuffixes suffixes = new PublicSuffixes(Stream.concat(Stream.of("# x"), rules.stream()));
      for (int i = 0; i < 30; i++) {
        String host = name(random, 1 + random.nextInt(6));
        assertEquals(byTheBook(host, List.copyOf(rules)), suffixes.domain(host), host + rules);
      }
    }
  }

  private static String name(Random random, int labels) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < labels; i++) {
      name.append(i == 0 ? "" : ".").append((char) ('a' + random.nextInt(3)));
    }
    return name.toString();
  }

  @Test
  void theBundledRulesAreThere() {
    assertTrue(PublicSuffixes.bundled().exact().size() > 10_000);
    assertTrue(PublicSuffixes.bundled().wild().contains("ck"));
    assertTrue(PublicSuffixes.bundled().exceptions().contains("www.ck"));
    assertTrue(PublicSuffixes.bundled().exact().contains("xn--55qx5d.cn"));
  }
}
