package news.kiosque.proof;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MerkleTreeTest {

    @Test
    void leadsEveryLeafToTheRoot() {
        for (int size = 1; size <= 33; size++) {
            List<String> leaves = leaves(size);
            String root = MerkleTree.root(leaves);
            for (int place = 0; place < size; place++) {
                assertThat(MerkleTree.climb(leaves.get(place), MerkleTree.path(leaves, place))).isEqualTo(root);
                assertThat(MerkleTree.climb(Hashes.sha256Hex("other"), MerkleTree.path(leaves, place)))
                        .isNotEqualTo(root);
            }
        }
    }

    @Test
    void givesTheTreeOfTheRfc() {
        List<String> three = leaves(3);
        byte[] zero = {0};
        byte[] one = {1};
        byte[] left = Hashes.sha256(one, Hashes.sha256(zero, Hashes.unhex(three.get(0))),
                Hashes.sha256(zero, Hashes.unhex(three.get(1))));
        String root = Hashes.hex(Hashes.sha256(one, left, Hashes.sha256(zero, Hashes.unhex(three.get(2)))));

        assertThat(MerkleTree.root(three)).isEqualTo(root);
    }

    private static List<String> leaves(int size) {
        return IntStream.range(0, size).mapToObj(i -> Hashes.sha256Hex("leaf " + i)).toList();
    }
}
