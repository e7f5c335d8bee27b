#!/usr/bin/env python3
"""Trains the frozen tables that a score adds to its sparse sum, from the corpora alone.

    train-model.py --corpus FOLDER --rolefit EXECUTABLE --work FOLDER --output model.bin [--sets FOLDER]

Needs numpy and scipy, one core and 4 GB. CORPUS holds the three .ndjson.gz files that Scripts/build-background.sh reads.
The terms of their documents come from `rolefit background export`, so that the tables are learnt over the engine's own
reading and weights. WORK keeps the exports. Every draw has a fixed seed; the same numpy and BLAS give the same bytes.
With --sets (a folder of labelled sets) the table of ablations is printed, taken from the file that was written, by the
integer formulas below. The sets are only ever read after the file is closed.

WHAT IS LEARNT
  1. Term vectors: `D` dimensions for words in 5 documents or more and phrases in 15 or more. They start from the singular
     vectors of the documents' weights and are trained contrastively (InfoNCE, temperature .1, Adam): a title with its
     body; one half of an ad, list or résumé with the other; two documents whose first line or title has the same words,
     whatever corpus they are of. Each batch is of one kind; half of the terms are dropped; pairs of one title are no
     negatives of each other.
  2. Banks: spherical k-means gives 173 centroids of résumés and 800 of requirement lists. Their span is cut to its `B`
     first singular vectors, which then are turned by a random rotation (it spreads the first vector's mass, so that one
     scale serves all dimensions). A profile is answered by the mean of the centroids nearest to it.
  3. Characters: an idf for each group of four letters in the corpora's titles.

THE FORMULAS (all of a score that this adds; x_t are the float32 weights of the engine's TermVector)
  rows      A term of the table has int8 rows q_t (D) and p_t (B), and float32 scales s_t and r_t. Others give nothing.
  z         a_d = Σ_t rint(x_t · s_t) · q_t[d], in Int64: exact in any order. rint is to even, of a float64 product.
            n = √(Σ_d a_d²), float64, d rising; z_d = a_d / n; z = 0 where n = 0.
  b         b_d = (Σ_t rint(x_t · r_t) · p_t[d]) / 2^20 in the same way.
  role      v = [K · b / length_r ; z]                                 length_* as in Scorer, K in the header
  profile   For each bank, s_c = Σ_d b_d · Y_c[d] with int8 Y_c, from the integers before the division by 2^20, in Int64;
            the k centroids with the largest s_c are chosen, ties by the lower number;
            m = Σ over banks of w · y · (Σ of the chosen Y_c, an Int64) / k,  y the bank's float32 unit
            gate = min(1, terms / 100), terms = how many distinct terms the vector holds
            v = [gate · m / K ; λ · z]
  row       V_d = rint(v_d / u) as int8 between −127 and 127, u the unit of the side, in the header
  added     u_r · u_p · Σ_d V_r[d] · V_p[d]                             the sum in Int32
  chars     γ · max(0, 1 − terms_p / 15) · Σ_g i_g² / (√Σ_{g of title} i_g² · √Σ_{g of profile} i_g²), the first sum over
            groups in both, each set once and in rising order; only where terms_p < 15, over the role's title.
            On the role's side i_g / norm · length_r is rounded to three binary digits, so that posting lists have few weights.
            A group: text lower-cased, runs of a–z are words, each between two spaces, four bytes as a big-endian u32;
            a word of one letter gives its three bytes and a zero. i_g from the table, else the header's i_max.
  A leaf's part of `added` is linear: x_t is shared among leaves by mass as in the sparse sum, so z and b are.

THE FILE is specified at `TrainedTables` (Sources/Weighting).

THE EXPORT (`rolefit background export`), little-endian
  "ROLEFITX", then records. "W": u64 key, u32 length, spelling. "D": u32 length, id, u32 count, then count times u64 key,
  float32 mass, float32 idf (as a single word's where the background lacks it), u16 field or passage, u16 flags (1 phrase, 2 in the
  background, 4 title).
"""
import argparse, collections, gzip, hashlib, io, json, os, re, shutil, struct, subprocess, sys, time

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
import numpy as np
import scipy.sparse as sp

ENTRY = np.dtype([("key", "<u8"), ("mass", "<f4"), ("idf", "<f4"), ("part", "<u2"), ("flags", "<u2")])
CORPORA = {"postings_fulltext": "roles", "postings_skill_lists": "roles", "resumes": "profiles"}
BANKS = {"resumes": (173, 3, 0.35), "postings_skill_lists": (800, 10, 0.35)}  # centroids, nearest, weight
LAMBDA, GAMMA, K = 0.12, 0.15, 2.0
ROLE_UNIT, PROFILE_UNIT = 2.0**-8, 1.5 * 2.0**-10
FIXED = 2.0**20
UNSEEN_PHRASE = 6.707110264748875
# How often a batch is of a kind: a title and its body (TB), halves (HH), two documents of one title (X).
KINDS = {
    "postings_fulltext:TB": 0.2, "postings_fulltext:HH": 0.1, "postings_skill_lists:TB": 0.2,
    "postings_skill_lists:HH": 0.1, "resumes:HH": 0.15, "postings:X": 0.1, "resumes:X": 0.1, "resumes:TB": 0.05}


def log(*words):
    print(*words, file=sys.stderr, flush=True)


# ---- the engine's terms

def export(rolefit, side, source, target):
    if not os.path.exists(target):
        done = subprocess.run([rolefit, "background", "export", "--" + side, source, "-o", target + ".part"])
        if done.returncode > 1:
            sys.exit(f"train-model: {source} could not be exported")
        os.rename(target + ".part", target)
    data, ids, documents, at = open(target, "rb").read(), [], [], 8
    while at < len(data):
        if data[at : at + 1] == b"W":
            at += 13 + struct.unpack_from("<I", data, at + 9)[0]
        else:
            length = struct.unpack_from("<I", data, at + 1)[0]
            ids.append(data[at + 5 : at + 5 + length].decode())
            at += 5 + length
            count = struct.unpack_from("<I", data, at)[0]
            documents.append(np.frombuffer(data, ENTRY, count, at + 4))
            at += 4 + ENTRY.itemsize * count
    return ids, documents


def columns(keys, wanted):
    index = np.searchsorted(keys, wanted)
    index[index == len(keys)] = 0
    return np.where(keys[index] == wanted, index, -1)


def flat(documents):
    return np.concatenate(documents), np.repeat(np.arange(len(documents)), [len(d) for d in documents])


def weights(documents, keys, idf):
    """The engine's vectors over `keys`: idf · g(mass), the mass to three binary digits, as float32."""
    entries, row = flat(documents)
    column = columns(keys, entries["key"])
    known = column >= 0
    m = sp.csr_matrix((entries["mass"][known].astype(np.float64), (row[known], column[known])), (len(documents), len(keys)))
    m.sum_duplicates()
    part, exponent = np.frexp(m.data)
    m.data = (np.ldexp(np.floor(part * 8 + 0.5) / 8, exponent) ** 0.75 * idf[m.indices]).astype(np.float32)
    return m


def idfs(keys, groups):
    idf, phrase = np.zeros(len(keys)), np.zeros(len(keys), bool)
    for documents in groups:
        e = np.concatenate(documents)
        column = columns(keys, e["key"])
        e, column = e[column >= 0], column[column >= 0]
        is_phrase = (e["flags"] & 1) > 0
        value = np.where(is_phrase & ((e["flags"] & 2) == 0), UNSEEN_PHRASE, e["idf"].astype(np.float64))
        idf[column], phrase[column] = np.where(is_phrase, 0.7 * value, value), is_phrase
    return idf, phrase


def norms(m):
    return np.sqrt(np.asarray(m.astype(np.float64).multiply(m).sum(1)).ravel())


def unit(z):
    return z / np.maximum(np.sqrt((z * z).sum(1, keepdims=True)), 1e-9)


# ---- pairs to learn from

def pairs(corpora, plain, rng):
    """Lists of entries, and for each kind rows (list, list, title): what belongs together."""
    lists, kinds, titles, by_title = [], collections.defaultdict(list), {}, collections.defaultdict(list)

    def add(entries):
        lists.append(entries)
        return len(lists) - 1

    for name, (_, documents) in corpora.items():
        for e in documents:
            if len(e) < 4:
                continue
            is_title = e["part"] == e["part"].min() if name == "resumes" else (e["flags"] & 4) > 0
            title, body = e[is_title], e[~is_title]
            words = tuple(np.unique(title["key"][(title["flags"] & 1) == 0]).tolist())
            if len(body) < 4:
                continue
            words_key = tuple(w for w in words if w not in plain)
            key = words_key if words_key and len(words) <= 6 else ("none", len(lists))
            number = titles.setdefault(key, len(titles))
            row = add(body)
            if 0 < len(words) <= 8:
                kinds[name + ":TB"].append((add(title), row, number))
            if key[0] != "none":
                by_title[number].append((name == "resumes", row))
            parts = np.unique(body["part"])
            if len(parts) < 2:
                continue
            for draw in range({"resumes": 8, "postings_fulltext": 2, "postings_skill_lists": 1}[name]):
                if name == "resumes" and draw % 2:
                    half = body["part"] < parts[rng.integers(1, len(parts))]
                else:
                    half = np.isin(body["part"], parts[rng.random(len(parts)) < 0.5])
                if 2 <= half.sum() <= len(body) - 2:
                    kinds[name + ":HH"].append((add(body[half]), add(body[~half]), number))
    for number, rows in by_title.items():
        resumes = [row for is_resume, row in rows if is_resume]
        others = [row for is_resume, row in rows if not is_resume]
        for row in resumes if others else []:
            for other in rng.choice(others, min(8, len(others)), replace=False):
                kinds["resumes:X"].append((row, int(other), number))
        shuffled = rng.permutation(others)[:40]
        for a, b in zip(shuffled[::2], shuffled[1::2]):
            kinds["postings:X"].append((int(a), int(b), number))
    return lists, {kind: np.array(rows) for kind, rows in kinds.items()}


# ---- term vectors

def singular(m, rank, rng, rounds):
    """The first right singular vectors of the sparse `m`, and their values."""
    q = rng.standard_normal((m.shape[1], rank + 16)).astype(m.dtype)
    for _ in range(rounds):
        q, _ = np.linalg.qr(m.T @ (m @ q))
    b = m @ q
    value, u = np.linalg.eigh(b.T @ b)
    order = np.argsort(-value)[:rank]
    return q @ u[:, order], np.sqrt(np.maximum(value[order], 1e-12))


def train(x, kinds, vectors, steps, rng, batch=512, temperature=0.1, drop=0.5, rate=0.02):
    v = vectors.astype(np.float32)
    v /= np.sqrt((v**2).sum(1).mean())
    first, second, names = np.zeros_like(v), np.zeros_like(v), list(KINDS)
    share = np.array([KINDS[n] for n in names])
    loss, start = {}, time.time()

    def rows(index, dropped):
        m = x[index]
        if dropped:
            m.data = m.data * (rng.random(m.nnz) >= drop)
        z = m @ v
        n = np.sqrt((z * z).sum(1, keepdims=True)) + 1e-9
        return m, z / n, n

    for step in range(1, steps + 1):
        kind = names[rng.choice(len(names), p=share / share.sum())]
        table = kinds[kind]
        pick = table[rng.choice(len(table), min(batch, len(table)), replace=False)]
        a, za, na = rows(pick[:, 0], not kind.endswith("TB"))
        b, zb, nb = rows(pick[:, 1], True)
        logits = za @ zb.T / temperature
        same = pick[:, 2][:, None] == pick[:, 2][None]
        np.fill_diagonal(same, False)
        logits[same] = -1e4
        p = np.exp(logits - logits.max(1, keepdims=True))
        p /= p.sum(1, keepdims=True)
        q = np.exp(logits - logits.max(0, keepdims=True))
        q /= q.sum(0, keepdims=True)
        now = -np.log(np.diag(p) + 1e-9).mean()
        loss[kind] = 0.9 * loss.get(kind, now) + 0.1 * now
        g = (p + q - 2 * np.eye(len(p), dtype=np.float32)) / (2 * len(p) * temperature)
        ga, gb = g @ zb, g.T @ za
        ga = (ga - za * (ga * za).sum(1, keepdims=True)) / na
        gb = (gb - zb * (gb * zb).sum(1, keepdims=True)) / nb
        g = a.T @ ga + b.T @ gb
        first += 0.1 * (g - first)
        second += 0.01 * (g * g - second)
        r = rate * min(1, step / 50) * (0.475 * (1 + np.cos(np.pi * step / steps)) + 0.05)
        v -= r * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-8)
        if step % 200 == 0:
            log(step, {k: round(float(l), 2) for k, l in sorted(loss.items())}, f"{time.time() - start:.0f} s")
    return v


def centroids(x, count, rng):
    """Unit centroids of unit rows, by spherical k-means in the space of the first singular vectors."""
    x = sp.diags(1 / np.maximum(norms(x), 1e-9)).astype(np.float32) @ x
    x = x[np.diff(x.indptr) > 0].tocsr()
    t, _ = singular(x, 96, rng, 3)
    z = unit(x @ t)
    c = z[rng.choice(len(z), count, replace=False)]
    for _ in range(20):
        label = np.concatenate([np.argmax(z[i : i + 8192] @ c.T, 1) for i in range(0, len(z), 8192)])
        member = sp.csr_matrix((np.ones(len(z), np.float32), (label, np.arange(len(z)))), (count, len(z)))
        c = np.where(np.diff(member.indptr)[:, None] > 0, unit(member @ z), c)
    m = (member @ x).tocsr()
    m = m[np.diff(m.indptr) > 0]
    return (sp.diags(1 / norms(m)).astype(np.float32) @ m).tocsr()


def quantised(rows, target):
    """int8 rows, and the scales that bring them back times `target`."""
    scale = np.maximum(np.abs(rows).max(1), 1e-12) / 127
    return np.rint(rows / scale[:, None]).astype(np.int8), (scale * target).astype(np.float32)


# ---- characters

def groups(text):
    found = set()
    for word in re.findall("[a-z]+", text.lower()):
        padded = f" {word} ".encode()
        for at in range(max(1, len(padded) - 3)):
            found.add(int.from_bytes(padded[at : at + 4].ljust(4, b"\0"), "big"))
    return found


def character_idf(titles):
    counts = collections.Counter(g for t in titles for g in groups(t))
    kept = sorted(g for g, n in counts.items() if n >= 3)
    total = len(titles)
    idf = np.array([np.log((1 + total) / (1 + counts[g])) + 1 for g in kept], np.float32)
    return np.array(kept, np.uint32), idf, float(np.float32(np.log((1 + total) / 3) + 1))


# ---- the file, and scores by its integers

def write(path, keys, s, r, q, p, banks, grams, gram_idf, unseen):
    f = io.BytesIO()
    f.write(struct.pack("<6I", len(keys), q.shape[1], p.shape[1], len(banks), len(grams), 0))
    f.write(struct.pack("<8f", LAMBDA, K, GAMMA, unseen, ROLE_UNIT, PROFILE_UNIT, 0, 0))
    for y, k, w, scale in banks:
        f.write(struct.pack("<2I2f", len(y), k, w, scale))
    for array in (keys.astype("<u8"), s, r, q, p, *(b[0] for b in banks), grams.astype("<u4"), gram_idf):
        f.write(np.ascontiguousarray(array).tobytes())
    content = f.getvalue()
    with open(path, "wb") as out:
        out.write(b"ROLEFITM" + struct.pack("<2H", 1, 0) + hashlib.sha256(content).digest() + content)


class Model:
    """The formulas of the head of this file."""

    def __init__(self, path):
        data = open(path, "rb").read()
        t, d, b, banks, c, _ = struct.unpack_from("<6I", data, 44)
        self.lam, self.k, self.gamma, self.unseen, *self.units = struct.unpack_from("<6f", data, 68)
        at = 100
        heads = [struct.unpack_from("<2I2f", data, at + 16 * i) for i in range(banks)]
        at += 16 * banks

        def take(kind, *shape):
            nonlocal at
            out = np.frombuffer(data, kind, int(np.prod(shape)), at).reshape(shape)
            at += out.nbytes
            return out

        self.keys, self.s, self.r = take("<u8", t), take("<f4", t), take("<f4", t)
        self.q, self.p = take("i1", t, d).astype(np.float64), take("i1", t, b).astype(np.float64)
        self.banks = [(take("i1", n, b).astype(np.float64), k, w, y) for n, k, w, y in heads]
        self.grams = dict(zip(take("<u4", c).tolist(), take("<f4", c).astype(np.float64).tolist()))
        assert at == len(data)

    def parts(self, x):
        def summed(scale, rows):
            m = x.astype(np.float64)
            m.data = np.rint(m.data * scale.astype(np.float64)[m.indices])
            return m @ rows  # integers below 2^53: exact

        return unit(summed(self.s, self.q)), summed(self.r, self.p)

    @staticmethod
    def row(v, unit):
        return np.clip(np.rint(v / unit), -127, 127)

    def roles(self, x, length, dense=True, banks=True):
        z, b = self.parts(x)
        return self.row(np.hstack([self.k * (b / FIXED / length[:, None]) * banks, z * dense]), self.units[0])

    def profiles(self, x, terms, dense=True, banks=(True, True)):
        z, b = self.parts(x)
        m = np.zeros_like(b)
        for (y, k, w, scale), used in zip(self.banks, banks):
            chosen = np.argsort(-(b @ y.T), 1, kind="stable")[:, :k]
            m += used * w * scale * y[chosen].sum(1) / k
        gate = np.minimum(1, terms / 100)
        return self.row(np.hstack([gate[:, None] * m / self.k, self.lam * z * dense]), self.units[1])

    def characters(self, titles, texts, terms, length):
        column, rows = {}, []
        for group in (titles, texts):
            found = [sorted(groups(t)) for t in group]
            index = [[column.setdefault(g, len(column)) for g in f] for f in found]
            value = np.concatenate([[self.grams.get(g, self.unseen) for g in f] for f in found] + [[]])
            rows.append((index, value))
        made = []
        for index, value in rows:
            m = sp.csr_matrix((value, np.concatenate(index + [[]]).astype(int), np.cumsum([0] + [len(i) for i in index])), (len(index), len(column)))
            made.append(sp.diags(1 / np.maximum(norms(m), 1e-9)) @ m)
        made[0] = (sp.diags(length) @ made[0]).tocsr()
        part, exponent = np.frexp(made[0].data)
        made[0].data = np.ldexp(np.floor(part * 8 + 0.5) / 8, exponent)
        made[0] = sp.diags(1 / length) @ made[0]
        return (self.gamma * np.maximum(0, 1 - terms / 15))[:, None] * np.asarray((made[1] @ made[0].T).todense())


# ---- measuring

def graded(scores, grades, k=10):
    top, gains, means = grades.max(), [], []
    discount = 1 / np.log2(np.arange(k) + 2)
    for s, g in zip(scores, grades):
        if (g >= top).any():
            order = g[np.argsort(-s, kind="stable")]
            ideal = np.sort(2 ** g[g > 0] - 1)[::-1][:k]
            gains.append(((2 ** order[:k] - 1) * discount).sum() / (ideal * discount[: len(ideal)]).sum())
            hits = np.nonzero(order >= top)[0]
            means.append(((np.arange(len(hits)) + 1) / (hits + 1)).mean())
    return np.mean(gains), np.mean(means)


def tau(scores, pairs):
    by = collections.defaultdict(list)
    for p, r, g in pairs:
        by[r].append((scores[p, r], g))
    out = []
    for rows in by.values():
        s, g = np.array(rows).T
        if len(s) < 3 or len(set(g)) < 2:
            continue
        upper = np.triu_indices(len(s), 1)
        a, b = np.sign(s[:, None] - s)[upper], np.sign(g[:, None] - g)[upper]
        bottom = np.sqrt(float((a != 0).sum()) * float((b != 0).sum()))
        out.append((a * b).sum() / bottom if bottom else 0.0)
    return np.mean(out)


def truncated(documents, words):
    """The entries up to the given number of words."""
    out = []
    for e in documents:
        n = np.cumsum((e["flags"] & 1) == 0)
        out.append(e[n <= words])
    return out


def measure(model, sets, args, mean_role, mean_profile):
    steps = {
        "core": dict(dense=0, banks=(0, 0), chars=0), "+ term vectors": dict(dense=1, banks=(0, 0), chars=0),
        "+ bank of résumés": dict(dense=1, banks=(1, 0), chars=0), "+ bank of lists": dict(dense=1, banks=(1, 1), chars=0),
        "+ characters (all)": dict(dense=1, banks=(1, 1), chars=1),
        "all without term vectors": dict(dense=0, banks=(1, 1), chars=1)}
    table, cuts = collections.defaultdict(list), collections.defaultdict(list)
    for name in ("onet_resume_dev", "onet_titles_dev", "ferr_dev", "dlep500"):
        folder = os.path.join(sets, name)
        if not os.path.isdir(folder):
            continue
        read = lambda f: [json.loads(line) for line in open(os.path.join(folder, f))]
        role_ids, roles = export(args.rolefit, "roles", os.path.join(folder, "postings.ndjson"), os.path.join(args.work, name + ".roles"))
        profile_ids, profiles = export(args.rolefit, "profiles", os.path.join(folder, "profiles.ndjson"), os.path.join(args.work, name + ".profiles"))
        titles = {r["id"]: r.get("title", "") for r in read("postings.ndjson")}
        texts = {p["id"]: p["text"] for p in read("profiles.ndjson")}
        qrels = [line.rstrip("\n").split("\t") for line in list(open(os.path.join(folder, "qrels.tsv")))[1:]]
        at_r, at_p = {i: n for n, i in enumerate(role_ids)}, {i: n for n, i in enumerate(profile_ids)}
        judged = [(at_p[p], at_r[r], float(g)) for p, r, g in qrels]
        keys = np.unique(np.concatenate([*(d["key"] for d in roles), *(d["key"] for d in profiles)]))
        idf, _ = idfs(keys, [roles, profiles])
        length = lambda n, m: np.maximum(m * (n / m) ** 0.75, 1e-12)
        at = columns(model.keys, keys)
        pick = sp.csr_matrix((np.ones((at >= 0).sum()), (np.nonzero(at >= 0)[0], at[at >= 0])), (len(keys), len(model.keys)))
        xr = weights(roles, keys, idf).astype(np.float64)
        nr = norms(xr)
        lr = length(nr, mean_role)
        grade = lambda s: (tau(s, judged),) if not name.startswith("onet") else (*graded(s, grades), *graded(s.T, grades.T))
        grades = np.zeros((len(profile_ids), len(role_ids)))
        for p, r, g in judged:
            grades[p, r] = g

        def score(documents, texts, dense, banks, chars):
            xp = weights(documents, keys, idf).astype(np.float64)
            np_, terms = norms(xp), np.diff(xp.indptr)
            lp = length(np_, mean_profile)
            s = np.asarray((sp.diags(1 / lp) @ xp @ (sp.diags(1 / lr) @ xr).T).todense())
            if dense or any(banks):
                vr = model.roles(xr @ pick, lr, dense, any(banks))
                vp = model.profiles(xp @ pick, terms, dense, banks)
                s = s + model.units[0] * model.units[1] * (vp @ vr.T)
            if chars:
                s = s + model.characters([titles[i] for i in role_ids], texts, terms, lr)
            return s

        whole = [texts[i] for i in profile_ids]
        for step, options in steps.items():
            table[step].append(grade(score(profiles, whole, **options)))
        if name == "onet_resume_dev":
            for words in (5, 10, 20, 60, 150):
                cut = truncated(profiles, words)
                short = [" ".join(t.split()[:words * 3 // 2]) for t in whole]
                for step in ("core", "+ bank of lists", "+ characters (all)"):
                    cuts[step].append((words, grade(score(cut, short, **steps[step]))))
    print("| step | résumés r→j nDCG@10 / MAP | j→r | titles r→j / j→r | ferr τ | dlep τ |\n|---|---|---|---|---|---|")
    for step, (a, b, c, d) in table.items():
        print(f"| {step} | {a[0]:.3f} / {a[1]:.3f} | {a[2]:.3f} | {b[0]:.3f} / {b[2]:.3f} | {c[0]:.3f} | {d[0]:.3f} |")
    print("\n| résumés cut to words, r→j / j→r | " + " | ".join(str(w) for w, _ in cuts["core"]) + " |\n" + "|---" * 6 + "|")
    for step, rows in cuts.items():
        print(f"| {step} | " + " | ".join(f"{g[0]:.3f} / {g[2]:.3f}" for _, g in rows) + " |")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("corpus", "rolefit", "work", "output"):
        parser.add_argument("--" + name, required=True)
    parser.add_argument("--sets")
    parser.add_argument("--dimensions", type=int, default=192)
    parser.add_argument("--bank-dimensions", type=int, default=64)
    parser.add_argument("--steps", type=int, default=1000)
    parser.add_argument("--measure-only", action="store_true", help="take the output as it is")
    args = parser.parse_args()
    os.makedirs(args.work, exist_ok=True)
    begun = time.time()
    background = os.path.join(os.path.dirname(__file__), "..", "Sources", "CResources", "data", "background.bin")
    means = struct.unpack_from("<dd", open(background, "rb").read(), 44)
    if not args.measure_only:
        learn(args)
        log(f"trained in {time.time() - begun:.0f} s; {os.path.getsize(args.output)} bytes")
    if args.sets:
        measure(Model(args.output), args.sets, args, *means)


def learn(args):
    corpora, titles = {}, []
    for name, side in CORPORA.items():
        source = os.path.join(args.work, name + ".ndjson")
        if not os.path.exists(source):
            with gzip.open(os.path.join(args.corpus, name + ".ndjson.gz")) as f, open(source, "wb") as out:
                shutil.copyfileobj(f, out)
        corpora[name] = export(args.rolefit, side, source, os.path.join(args.work, name + "." + side))
        if side == "roles":
            titles += [json.loads(line)["title"] for line in open(source)]
    seen = [np.unique(d["key"][(d["flags"] & 2) > 0]) for _, documents in corpora.values() for d in documents]
    keys, counts = np.unique(np.concatenate(seen), return_counts=True)
    idf, phrase = idfs(keys, [documents for _, documents in corpora.values()])
    kept = np.where(phrase, counts >= 15, counts >= 5)
    keys, idf = keys[kept], idf[kept]
    log(f"{len(keys)} terms, {phrase[kept].sum()} of them phrases")

    rng = np.random.default_rng(1)
    lists, kinds = pairs(corpora, plain_words(args), rng)
    x = weights(lists, keys, idf)
    del lists
    log({k: len(v) for k, v in kinds.items()}, x.shape, x.nnz)
    sample = x[rng.choice(x.shape[0], min(40000, x.shape[0]), replace=False)]
    sample = sp.diags(1 / np.maximum(norms(sample), 1e-9)).astype(np.float32) @ sample
    t, value = singular(sample, args.dimensions, rng, 4)
    v = train(x, kinds, t / np.sqrt(value), args.steps, rng)
    q, s = quantised(v, 2.0**12)

    banks = {}
    for name, (count, _, _) in BANKS.items():
        banks[name] = centroids(weights(corpora[name][1], keys, idf), count, np.random.default_rng(2))
        log(name, banks[name].shape)
    t, _ = singular(sp.vstack(list(banks.values())).tocsr().astype(np.float64), args.bank_dimensions, np.random.default_rng(3), 6)
    turn, _ = np.linalg.qr(np.random.default_rng(4).standard_normal((t.shape[1],) * 2))
    t = t @ turn
    p, r = quantised(t, FIXED)
    frozen = []
    for name, c in banks.items():
        y = c @ t
        scale = np.float32(np.abs(y).max() / 127)
        frozen.append((np.rint(y / scale).astype(np.int8), *BANKS[name][1:], scale))
    write(args.output, keys, s, r, q, p, frozen, *character_idf(titles))


def plain_words(args):
    """Keys of words of a title that say how senior a job is, not which."""
    wanted, found = {"senior", "sr", "junior", "jr", "lead"}, set()
    for name, side in CORPORA.items():
        data, at = open(os.path.join(args.work, name + "." + side), "rb").read(), 8
        while at < len(data):
            if data[at : at + 1] == b"W":
                key, length = struct.unpack_from("<QI", data, at + 1)
                if data[at + 13 : at + 13 + length].decode("utf8", "replace").lower() in wanted:
                    found.add(key)
                at += 13 + length
            else:
                at += 5 + struct.unpack_from("<I", data, at + 1)[0]
                at += 4 + ENTRY.itemsize * struct.unpack_from("<I", data, at)[0]
    return found


if __name__ == "__main__":
    main()
