package ukaz.app.objects;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The examples of the documentation of S3 ("Examples: Signature Calculations"). */
class SignatureTest {

    private static final Instant DAY = Instant.parse("2013-05-24T00:00:00Z");
    private static final Signature SIGNATURE =
            new Signature("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", null, "us-east-1");

    @Test
    void the_request_for_an_object_is_signed_as_documented() {
        SortedMap<String, String> headers =
                new TreeMap<>(Map.of("host", "examplebucket.s3.amazonaws.com", "range", "bytes=0-9"));
        SIGNATURE.sign("/test.txt", "", headers, DAY);
        assertThat(headers.get("authorization"))
                .contains("Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request")
                .endsWith("Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41");
    }

    @Test
    void the_request_for_a_list_is_signed_as_documented() {
        SortedMap<String, String> headers = new TreeMap<>(Map.of("host", "examplebucket.s3.amazonaws.com"));
        SIGNATURE.sign("/", Signature.query(new TreeMap<>(Map.of("prefix", "J", "max-keys", "2"))), headers, DAY);
        assertThat(headers.get("authorization"))
                .endsWith("Signature=34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7");
    }

    @Test
    void names_are_encoded_as_bytes() {
        assertThat(Signature.encoded("a b/ё+.xlsx", true)).isEqualTo("a%20b/%D1%91%2B.xlsx");
        assertThat(Signature.encoded("a/b", false)).isEqualTo("a%2Fb");
    }

    @Test
    void a_secret_is_not_told() {
        assertThat(SIGNATURE.toString()).doesNotContain("wJalr").doesNotContain("AKIA");
    }
}
