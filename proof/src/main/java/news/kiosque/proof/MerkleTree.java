package news.kiosque.proof;

import java.util.ArrayList;
import java.util.List;

/** The Merkle tree of RFC 9162, section 2.1: leaves are hashed after a zero byte, nodes after a one. */
public final class MerkleTree {
    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    private MerkleTree() {}

    /** A neighbour on the way from a leaf to the root. */
    public record Step(Side side, String hash) {}

    /** On which side the neighbour stands. */
    public enum Side {
        LEFT, RIGHT
    }

    /** Root over the hashes of records (hex), in their order; at least one. */
    public static String root(List<String> hashes) {
        List<byte[]> level = leaves(hashes);
        while (level.size() > 1) {
            level = above(level);
        }
        return Hashes.hex(level.getFirst());
    }

    /** The way from the leaf at this place up to the root, nearest neighbour first. */
    public static List<Step> path(List<String> hashes, int place) {
        List<Step> path = new ArrayList<>();
        List<byte[]> level = leaves(hashes);
        int at = place;
        while (level.size() > 1) {
            int neighbour = at ^ 1;
            if (neighbour < level.size()) {
                path.add(new Step(neighbour < at ? Side.LEFT : Side.RIGHT, Hashes.hex(level.get(neighbour))));
            }
            level = above(level);
            at /= 2;
        }
        return path;
    }

    /** The root that a record's hash leads to along a path. */
    public static String climb(String hash, List<Step> path) {
        byte[] node = Hashes.sha256(LEAF, Hashes.unhex(hash));
        for (Step step : path) {
            byte[] neighbour = Hashes.unhex(step.hash());
            node = step.side() == Side.LEFT
                    ? Hashes.sha256(NODE, neighbour, node)
                    : Hashes.sha256(NODE, node, neighbour);
        }
        return Hashes.hex(node);
    }

    private static List<byte[]> leaves(List<String> hashes) {
        if (hashes.isEmpty()) {
            throw new IllegalArgumentException("A seal without records has no root");
        }
        return hashes.stream().map(hash -> Hashes.sha256(LEAF, Hashes.unhex(hash))).toList();
    }

    /** A last node without a neighbour rises as it is, which gives the same tree as splitting at powers of two. */
    private static List<byte[]> above(List<byte[]> level) {
        List<byte[]> above = new ArrayList<>((level.size() + 1) / 2);
        for (int i = 0; i + 1 < level.size(); i += 2) {
            above.add(Hashes.sha256(NODE, level.get(i), level.get(i + 1)));
        }
        if (level.size() % 2 == 1) {
            above.add(level.getLast());
        }
        return above;
    }
}
