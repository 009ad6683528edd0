// Run by mongosh at each start: makes the replica set, and a user a service who can reach that service's database only.
const fs = require("fs");
const secret = name => fs.readFileSync("/run/kiosque/" + name, "utf8").trim();
const mongo = process.env.KIOSQUE_MONGO;
const admin = connect(`mongodb://root:${secret("root")}@${mongo}/admin?directConnection=true`);

try {
  admin.adminCommand({ replSetGetStatus: 1 });
} catch (error) {
  if (error.codeName !== "NotYetInitialized") {
    throw error;
  }
  admin.adminCommand({ replSetInitiate: { _id: "rs0", members: [{ _id: 0, host: mongo }] } });
}
for (let tries = 0; !admin.adminCommand({ hello: 1 }).isWritablePrimary; tries++) {
  if (tries === 120) {
    throw new Error("The replica set has no primary");
  }
  sleep(500);
}

for (const [user, database] of [["article-service", "articles"], ["consent-service", "consent"]]) {
  const wanted = { pwd: secret(user), roles: [{ role: "readWrite", db: database }] };
  if (admin.getUser(user)) {
    admin.updateUser(user, wanted);
  } else {
    admin.createUser({ user, ...wanted });
  }
}
print("The store is ready");
