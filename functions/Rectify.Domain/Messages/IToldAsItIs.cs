namespace Rectify.Domain.Messages;

/// <summary>A value that stands in a sentence as its own text, the same in every language, such as an id.</summary>
public interface IToldAsItIs;
