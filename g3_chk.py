import collections
rows=[l.rstrip('\n').split('\t') for l in open('/tmp/kn/graded3.tsv',encoding='utf8')]
fw=collections.defaultdict(list);F=set("im in ein vor zum auf aus mit nach für des darauf davon darüber als so an am ans aufs ums von vom zur bei unter um wie je ihr wo was nicht keine einmal seit durch wie dem jeden alles drauf".split())
for w,r in rows:
    a=r.split('|')
    for x in a:
        if x[:-1] in F: fw[x[:-1]].append(w)
print(len(rows),sum(len(r.split('|')) for _,r in rows)/len(rows))
for k,v in fw.items(): print(k,v)
print('SHORT',[(w,len(r.split('|'))) for w,r in rows if len(r.split('|'))<8])
print('NO3',[w for w,r in rows if '3' not in r])
# odd: lowercase ambiguous
