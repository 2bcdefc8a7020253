using Rectify.Domain.Identity;
using Rectify.Domain.Proofs;

namespace Rectify.Domain.Tests.Proofs;

public sealed class HashTreeTests
{
    [Fact]
    public void The_root_of_no_chains_is_the_hash_of_nothing() =>
        Assert.Equal("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", new HashTree([]).Root);

    [Fact]
    public void The_order_in_which_chains_come_does_not_matter() =>
        Assert.Equal(new HashTree(Chains(5)).Root, new HashTree(Chains(5).Reverse()).Root);

    [Fact]
    public void Three_chains_are_joined_as_the_remarks_say()
    {
        var leaves = Chains(3).Select(head => Digest.Of($"leaf:{head.CaseId}:{head.Hash}")).ToList();
        Assert.Equal(Digest.Of($"node:{Digest.Of($"node:{leaves[0]}:{leaves[1]}")}:{leaves[2]}"), new HashTree(Chains(3)).Root);
    }

    [Fact]
    public void Every_path_of_every_size_leads_to_the_root_and_no_other_chain_does()
    {
        for (var size = 1; size <= 33; size++)
        {
            var chains = Chains(size);
            var tree = new HashTree(chains);
            foreach (var head in chains)
            {
                var path = tree.PathOf(head.CaseId);
                Assert.Equal(tree.Root, HashTree.RootOf(head, path, size));
                Assert.NotEqual(tree.Root, HashTree.RootOf(head with { Hash = "other" }, path, size));
                Assert.NotEqual(tree.Root, HashTree.RootOf(head, path with { Index = path.Index + 1 }, size));
                Assert.Null(HashTree.RootOf(head, path with { Beside = [.. path.Beside, tree.Root] }, size));
                for (var place = 0; place < path.Beside.Count; place++)
                {
                    var changed = path.Beside.Index().Select(one => one.Index == place ? Digest.Of(one.Item) : one.Item);
                    Assert.NotEqual(tree.Root, HashTree.RootOf(head, path with { Beside = [.. changed] }, size));
                }
            }
        }
    }

    [Fact]
    public void A_chain_more_a_chain_less_and_a_changed_head_give_another_root()
    {
        var roots = Enumerable.Range(0, 20).Select(size => new HashTree(Chains(size)).Root).ToList();
        roots.Add(new HashTree([.. Chains(18), Chains(19)[^1] with { Hash = "other" }]).Root);
        Assert.Equal(roots.Count, roots.Distinct().Count());
    }

    private static ChainHead[] Chains(int count) =>
        [.. Enumerable.Range(0, count).Select(place => new ChainHead(new CaseId($"{place:d4}"), Digest.Of($"{place}")))];
}
