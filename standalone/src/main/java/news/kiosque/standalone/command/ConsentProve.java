package news.kiosque.standalone.command;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import news.kiosque.proof.InclusionProof;
import news.kiosque.proof.MerkleTree;
import news.kiosque.standalone.client.SuiteClient;
import news.kiosque.standalone.key.Role;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Prints the proof that a record is under a seal, after looking whether it is one. */
@Command(name = "prove", mixinStandardHelpOptions = true, description = "Print the proof that a record is in the ledger, as docs/verify-proof.py checks it.")
final class ConsentProve implements Callable<Integer> {
    @Mixin
    private SuiteOption suite = new SuiteOption();

    @Parameters(paramLabel = "ID", description = "The record's id, as on its receipt.")
    private String id = "";

    @Override
    public Integer call() throws IOException {
        if (!id.matches("[0-9a-fA-F-]{36}")) {
            throw new CannotDo(id + " is not the id of a record, which is a UUID");
        }
        try (SuiteClient client = suite.client(Role.administrator)) {
            var answer = client.expect(client.to("/api/v1/consent/ledger/proofs/" + id).GET().build(), 200, 404);
            if (answer.statusCode() == 404) {
                throw new CannotDo("there is no record " + id + " under a seal; a new one is within a second");
            }
            if (!proof(SuiteClient.json(answer)).holds()) {
                throw new CannotDo("what the suite gave as a proof of " + id + " proves nothing: verify the ledger");
            }
            System.out.println(answer.body());
            return 0;
        }
    }

    @SuppressWarnings("unchecked")
    private static InclusionProof proof(Map<String, Object> json) {
        List<MerkleTree.Step> path = ((List<Map<String, String>>) json.get("path")).stream()
                .map(step -> new MerkleTree.Step(MerkleTree.Side.valueOf(step.get("side")), step.get("hash")))
                .toList();
        return new InclusionProof((String) json.get("record"), path, (String) json.get("seal"),
                (String) json.get("signature"), (Map<String, String>) json.get("key"));
    }
}
