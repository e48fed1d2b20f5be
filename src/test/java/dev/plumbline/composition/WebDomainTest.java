package dev.plumbline.composition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plumbline.core.Cancellation;
import dev.plumbline.manifest.DuckDbEngine;
import dev.plumbline.manifest.QuerySession;
import dev.plumbline.manifest.Sql;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebDomainTest {
  private static DuckDbEngine engine;

  @BeforeAll
  static void open() {
    engine = DuckDbEngine.open();
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  @ParameterizedTest
  @CsvSource({
    "https://i.img.Example.CO.UK/a/b.jpg, i.img.example.co.uk, example.co.uk, uk",
    "http://example.com, example.com, example.com, com",
    "http://www.example.com:8080/x, www.example.com, example.com, com",
    "https://user:pw@cdn.example.org?x=1, cdn.example.org, example.org, org",
    "https://user@host.example.org/a@b, host.example.org, example.org, org",
    "https://us@er:p@host.example.org/, host.example.org, example.org, org",
    "https://example.com?mail=a@b.org, example.com, example.com, com",
    "https://example.com#frag, example.com, example.com, com",
    "http://192.168.0.1/x, 192.168.0.1, 192.168.0.1, (address)",
    "http://1.2.3.4.:80/x, 1.2.3.4, 1.2.3.4, (address)",
    "http://2130706433/x, 2130706433, 2130706433, (address)",
    "http://0x7F.1/x, 0x7f.1, 0x7f.1, (address)",
    "http://[2001:DB8::1]:80/x, [2001:db8::1], [2001:db8::1], (address)",
    "http://localhost/x, localhost, localhost, (none)",
    "http://example.com./x, example.com, example.com, com",
    "http://a..example.com/x, a..example.com, a..example.com, com",
    "ftp://files.example.net/x, files.example.net, example.net, net",
    "http://www.日本.jp/x, www.日本.jp, 日本.jp, jp",
    "http://WWW.XN--WGV71A119E.jp/x, www.日本語.jp, 日本語.jp, jp",
    "http://xn--e1afmkfd.XN--P1AI./x, пример.рф, пример.рф, рф",
    "http://bucher.xn--bcher-kva.example:80/x, bucher.bücher.example, bücher.example, example",
    "http://xn--fa-hia.de/x, faß.de, faß.de, de",
    "http://xn--80ak6aa92e.com/x, аррӏе.com, аррӏе.com, com",
    "http://xn--bcher-kv.example/x, xn--bcher-kv.example, xn--bcher-kv.example, example",
    "http://a.xn--bücher-kva.de/x, a.xn--bücher-kva.de, xn--bücher-kva.de, de",
    "http://xn--abc-.com/x, xn--abc-.com, xn--abc-.com, com",
    "http://xn--.com/x, xn--.com, xn--.com, com",
    "http://xn---.com/x, xn---.com, xn---.com, com",
    "http://xn--Bcher-kva8445foa.com/x, 「bücher」.com, 「bücher」.com, com",
    "http://xn--99999999.com/x, xn--99999999.com, xn--99999999.com, com",
    "http://www.xn--55qx5d.cn/x, www.公司.cn, www.公司.cn, cn",
    "http://a.b.xn--55qx5d.cn/x, a.b.公司.cn, b.公司.cn, cn",
    "http://пример.рф/x, пример.рф, пример.рф, рф",
    "https://pic.ac.jp/y, pic.ac.jp, pic.ac.jp, jp",
    "https://s3.amazonaws.com/bucket/y, s3.amazonaws.com, s3.amazonaws.com, com",
    "https://_x.under_score.com/y, _x.under_score.com, under_score.com, com",
    "https://me.github.io/y, me.github.io, me.github.io, io",
    "https://-bad-.example/y, -bad-.example, -bad-.example, example",
    "www.example.com/x,,,",
    "//example.com/x,,,",
    "/local/http://x.org/y,,,",
    "http:///x,,,",
    "x:y?z://Host.example/x, host.example, host.example, example",
    "http://u@[::1]z:8/x, [::1], [::1], (address)",
    "http://[::1/x, [, [, (address)",
    "http://u@./x,,,",
    "://example.com/x,,,",
    "http://./x,,,",
    "'',,,",
    "nonsense,,,",
  })
  void hostDomainAndTopLevelDomain(String url, String host, String domain, String topLevel) {
    List<String> values = new ArrayList<>();
    try (HostSql hosts = HostSql.of(engine);
        QuerySession session = engine.session()) {
      session.query(
          "SELECT %s, %s, %s, %s FROM (SELECT %s AS h, %s FROM (SELECT %s AS a, u FROM (SELECT %s AS u)))"
              .formatted(
                  hosts.host("h"),
                  hosts.domain("h"),
                  hosts.host(WebDomain.topLevelSql("h")),
                  hosts.host(WebDomain.HOST),
                  WebDomain.hostSql("a"),
                  WebDomain.columnSql("u"),
                  WebDomain.authoritySql("u"),
                  Sql.literal(url)),
          new Cancellation(),
          row -> {
            for (int i = 1; i <= 4; i++) {
              values.add(row.missing(i) ? null : row.text(i));
            }
          });
    }
    assertEquals(Arrays.asList(host, domain, topLevel, host), values);
  }

  @Test
  void namesThatSomebodyWroteDownHaveTheKeyOfTheFacet() {
    assertEquals("日本語.jp", WebDomain.key("日本語.jp"));
    assertEquals("日本語.jp", WebDomain.key("XN--WGV71A119E.jp."));
    assertEquals("bücher.example", WebDomain.key("bu\u0308cher.example"));
    assertEquals("example.com", WebDomain.key("Example.com."));
    assertEquals("(none)", WebDomain.key("(none)"));
    assertEquals("a..b", WebDomain.key("a..b"));
  }
}
