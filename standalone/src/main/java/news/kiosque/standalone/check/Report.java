package news.kiosque.standalone.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What came out of a comparison.
 *
 * @param counts by what is counted
 * @param differences the first of those that stayed from one look to the next
 * @param more how many there are besides
 * @param moving how many were there at the last look only, because the suite is at work
 */
public record Report(Map<String, Long> counts, List<Difference> differences, long more, long moving) {

    public boolean isAgreement() {
        return differences.isEmpty();
    }

    /** Whether nothing waits and nothing is on its way. */
    boolean isQuiet() {
        return moving == 0 && counts.get(LookAround.WAITING) == 0 && counts.get(LookAround.LAG) == 0;
    }

    /** In the shape of {@code check --json}. */
    public Map<String, Object> json() {
        var json = new LinkedHashMap<String, Object>();
        json.put("agreement", isAgreement());
        json.put("counts", counts);
        json.put("differences", differences);
        json.put("more", more);
        json.put("moving", moving);
        return json;
    }
}
