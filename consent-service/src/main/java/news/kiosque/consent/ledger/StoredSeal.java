package news.kiosque.consent.ledger;

import java.util.List;

import news.kiosque.proof.Seal;

/**
 * A seal and where its records are found.
 *
 * @param records ids, in the order of the tree's leaves
 */
record StoredSeal(Seal seal, List<String> records) {

    StoredSeal {
        records = List.copyOf(records);
    }
}
