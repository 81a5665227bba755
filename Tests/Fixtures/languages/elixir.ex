defmodule Platform.Budget do
  @moduledoc """
  What is left of an error budget.

      iex> Platform.Budget.left(0.999, 10, 1_000)
      {:spent, 0.0}
  """
  alias Platform.{Objective, Slice}

  @window_days 28
  @name ~r/^[a-z][a-z0-9-]*$/

  # Without any event there is nothing to spend.
  @spec left(float, non_neg_integer, non_neg_integer) :: {atom, float}
  def left(_target, _bad, 0), do: {:unknown, 1.0}

  def left(target, bad, total) when bad <= total do
    case 1.0 - bad / (total * (1.0 - target)) do
      rest when rest > 0 -> {:left, rest}
      _ -> {:spent, 0.0}
    end
  end

  def describe(%Objective{name: name} = objective) do
    slices = for %Slice{bad: bad} <- objective.slices, bad > 0, do: bad
    "#{name}: #{Enum.sum(slices)} bad events in #{@window_days} days\n"
  end

  def valid?(name), do: is_binary(name) and name =~ @name and not String.ends_with?(name, "-")
end
